package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.output.DisplayWidth;
import org.stoppayment.cli.output.ExitCode;

/** What a person reads who speaks Chinese: no screen is half in English. */
class ChineseOutputTest extends CommandTestBase {

    /** Commands to type and names of services, files and options stay as they are. */
    private static final Pattern AS_IT_IS =
            Pattern.compile("https?://\\S+|stoppay [a-z -]+|[\\w./-]*/[\\w./-]+|account-freeze|case-intake"
                    + "|requestId|payee\\.name|amountFen|--\\w+");

    /** Ids that the fake services make. */
    private static final Pattern FAKE_IDS = Pattern.compile("app-\\d+|order on|entry of case( short)?|\\blost\\b");

    private static final Pattern ENGLISH = Pattern.compile("\\b[a-z]{3,}\\b");

    private String caseId = "";

    @BeforeEach
    void speakChinese() {
        terminal.with("LANG", "zh_CN.UTF-8");
        terminal.run("report", ZHANGZHOU + ".report.json");
        caseId = terminal.out().strip();
    }

    private void assertChinese(String shown) {
        assertThat(shown).containsPattern("\\p{IsHan}");
        assertThat(FAKE_IDS.matcher(AS_IT_IS.matcher(shown).replaceAll("")).replaceAll(""))
                .doesNotContainPattern(ENGLISH);
    }

    @Test
    void anAcceptedReportIsFollowedUpInChinese() {
        terminal.run("report", ZHANGZHOU + ".report.json");

        assertThat(terminal.err()).contains("已受理", "；跟踪进展：./stoppay get " + caseId);
    }

    @Test
    void aCaseIsShownInChinese() {
        assertThat(terminal.run("get", caseId)).isZero();

        assertThat(terminal.out()).contains("案件    " + caseId, "申请编号", "状态", "+08:00");
        assertChinese(terminal.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "manual list", "attention list", "dissuasion list", "mules", "institutions list"})
    void listsAreInChinese(String command) {
        assertThat(terminal.run(command.split(" "))).isZero();

        assertChinese(terminal.out());
    }

    @Test
    void aTraceIsShownInChinese() {
        assertThat(terminal.run("trace", caseId)).isZero();

        assertThat(terminal.out()).contains("账号", "涉案金额", "报案金额 ");
        assertChinese(terminal.out());
    }

    @Test
    void columnsAlignWithWideCharacters() {
        terminal.run("list", "-o", "wide");
        String[] lines = terminal.out().split("\n");
        String heading = lines[0].substring(0, lines[0].indexOf("渠道"));
        String row = lines[1].substring(0, lines[1].indexOf("110报警"));

        assertThat(DisplayWidth.of(row)).isEqualTo(DisplayWidth.of(heading));
    }

    @Test
    void failuresAreInChinese() {
        assertThat(terminal.run("get", "00000000-0000-0000-0000-000000000000")).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(terminal.err()).startsWith("stoppay: 未找到：");
        terminal.run("list", "--state", directory.resolve("empty").toString());
        assertThat(terminal.err()).contains("没有正在运行的系统", "解决办法：./stoppay up --detach");
        assertThat(terminal.run(
                        "stop",
                        "lift",
                        "id",
                        "--reason",
                        "r",
                        "--reference",
                        "p",
                        "--organisation",
                        "110",
                        "--badge",
                        "100234"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--yes：未给出");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nope | 1:5：nope（应为加双引号的文本",
                "{\"transfers\": [{\"amount\": 5}]} | transfers[0].amount：5（应为以元计的文本",
                "{\"channel\": \"FAX\"} | FAX 无法识别（应为其中之一："
            })
    void errorsInFilesAreInChinese(String file, String message) {
        assertThat(terminal.typing(file).run("report", "-")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains(message);
    }
}
