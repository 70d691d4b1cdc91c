package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of Chinese screens finds what it is made to find. */
class ChineseScreenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "已停止 the suite is stopped",
                "already running",
                "正在运行: start it again, with this",
                "案件 abc: orders are still under way"
            })
    void englishIsFound(String shown) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> ChineseScreen.requireChinese(shown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "重新启动：./stoppay up --detach",
                "Postgres 未能启动：account-freeze 见 /var/log/a b/c d.log",
                "解决办法：设置 STOPPAY_DB_URL=postgresql://user:password@host:port/",
                "日志末尾：\n  | service is going down"
            })
    void commandsPathsAndLogsStay(String shown) {
        assertThatCode(() -> ChineseScreen.requireChinese(shown)).doesNotThrowAnyException();
    }

    @Test
    void wideLinesAreFound() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> ChineseScreen.requireFits("案".repeat(41)));
        assertThatCode(() -> ChineseScreen.requireFits("案".repeat(40))).doesNotThrowAnyException();
        assertThatCode(() -> ChineseScreen.requireFits("日志：/tmp/" + "x".repeat(100)))
                .doesNotThrowAnyException();
    }
}
