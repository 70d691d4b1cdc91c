package org.stoppayment.cli.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.text.Language;
import org.stoppayment.cli.text.Texts;

class DatabaseReasonTest {

    private static final Texts CHINESE = new Texts(Language.ZH, Texts.DEFAULT_ZONE);

    private static String chinese(String url) {
        DatabaseServer server = DatabaseServer.parse(url);
        return catchThrowableOfType(CliException.class, () -> server.create("x"))
                .message(CHINESE);
    }

    @Test
    void aServerThatIsNotThereIsToldInTheLanguageOfThePerson() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThat(chinese("postgresql://desk:geheim@127.0.0.1:" + free + "/"))
                .isEqualTo("无法使用数据库服务器 127.0.0.1:" + free + "：连接被拒绝");
        assertThat(chinese("postgresql://desk:geheim@db.invalid/")).isEqualTo("无法使用数据库服务器 db.invalid:5432：主机名无法解析");
    }

    @ParameterizedTest
    @CsvSource({
        "28P01, 用户名或密码有误，或服务器不允许该用户登录",
        "08004, 用户名或密码有误，或服务器不允许该用户登录",
        "42501, 该用户权限不足（应为可以创建数据库和角色的用户）",
        "08006, 无法建立连接（对方是 Postgres 服务器吗？）",
        "XX000, 服务器提示“odd”（SQLSTATE XX000）"
    })
    void aRefusalOfTheServerIsReadFromItsState(String state, String reason) {
        assertThat(DatabaseReason.of(new SQLException("odd", state)).in(CHINESE))
                .isEqualTo(reason);
    }
}
