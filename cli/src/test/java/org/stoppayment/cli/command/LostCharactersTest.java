package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.output.ExitCode;

/** What the encoding of the terminal has destroyed is never sent. */
class LostCharactersTest {

    private final Terminal terminal =
            new Terminal(Path.of("..").toAbsolutePath().normalize());

    @Test
    void anArgumentWithLostCharactersIsRefusedAndNamedByItsNumber() {
        assertThat(terminal.run("correct", "c1", "2", "--name", "\uFFFD\uFFFD\uFFFD", "--yes"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err())
                .contains("argument 5: some characters cannot be read")
                .doesNotContain("no suite");

        assertThat(terminal.run("correct", "c1", "2", "--name", "\uFFFD\uFFFD\uFFFD", "--lang", "zh"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("第 5 个参数：有无法识别的字符");
    }

    @Test
    void aVariableOfTheCommandWithLostCharactersIsRefusedAndNamed() {
        terminal.with("STOPPAY_ORGANISATION", "\uFFFD110").with("SOMETHING_ELSE", "\uFFFD");

        assertThat(terminal.run("alerts", "ack", "a1")).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains("STOPPAY_ORGANISATION: some characters cannot be read");
    }
}
