package org.stoppayment.cli.command.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.command.Terminal;
import org.stoppayment.cli.text.Texts;

class DoctorChecksTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "Apache Maven 3.8.7,true",
        "Apache Maven 3.9.11 (abc),true",
        "Apache Maven 4.0.0-rc-4,true",
        "Apache Maven 3.6.3,false",
        "command not understood,false"
    })
    void maven38IsTheMinimum(String answer, boolean ok) {
        assertThat(DoctorChecks.maven(answer).ok()).isEqualTo(ok);
    }

    @Test
    void doctorStartsPostgresAndListsEveryCheck() {
        Terminal terminal = new Terminal(Path.of(".."));

        terminal.run("doctor", "--state", directory.toString());

        assertThat(terminal.out())
                .contains("JDK 17+", "Maven 3.8+", "default ports", "memory", "disk")
                .containsPattern("embedded Postgres +ok\\s+starts and stops");
    }

    @Test
    void doctorNamesThePackageWhenTheFontOfFormsIsMissing() {
        Terminal terminal = new Terminal(Path.of(".."))
                .with("STOPPAYMENT_FORMS_FONT", directory.resolve("none.ttf").toString());

        terminal.run("doctor", "--state", directory.toString());

        assertThat(terminal.out())
                .containsPattern("font of forms +NOT OK\\s+none")
                .contains("fonts-wqy-zenhei");
    }

    @Test
    void onlyFailedChecksHaveAFix() {
        assertThat(DoctorChecks.maven("Apache Maven 3.9.11").fix()).isNull();
        assertThat(DoctorChecks.maven("Apache Maven 3.6.3").in(Texts.ENGLISH).fix())
                .isEqualTo("install Maven 3.8 or newer; needed to build only");
    }
}
