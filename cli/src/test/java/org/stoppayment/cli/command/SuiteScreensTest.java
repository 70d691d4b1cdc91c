package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.cli.fake.FakeHome;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Progress;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.StateDirectory;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.cli.text.Language;

/** The screens of the operators in both languages, in 80 columns. */
class SuiteScreensTest {

    @TempDir
    private Path directory;

    private Path home;
    private Terminal terminal;

    @BeforeEach
    void makeRepository() throws IOException {
        home = FakeHome.below(directory);
        terminal = new Terminal(home).with("STOPPAY_STATE", ".stoppay");
    }

    @AfterEach
    void stopSuite() {
        terminal.run("down");
    }

    private static void require(Language language, String shown) {
        if (language == Language.ZH) {
            ChineseScreen.requireChinese(shown);
        } else {
            ChineseScreen.requireEnglish(shown);
        }
        ChineseScreen.requireFits(shown);
    }

    @ParameterizedTest
    @EnumSource
    void upStatusAndDown(Language language) {
        String tag = language.name();
        assertThat(terminal.run("up", "--detach", "--ports", "free", "--lang", tag))
                .isZero();
        require(language, terminal.err());
        assertThat(terminal.run("up", "--lang", tag)).isZero();
        require(language, terminal.err());
        assertThat(terminal.run("up", "--fresh", "--lang", tag)).isEqualTo(ExitCode.FAILED);
        require(language, terminal.err());

        assertThat(terminal.run("status", "--lang", tag)).isZero();
        require(language, terminal.out());
        Suite.attach(new StateDirectory(home.resolve(".stoppay")), Progress.SILENT)
                .orElseThrow()
                .kill(ServiceName.FREEZE);
        assertThat(terminal.run("status", "--lang", tag)).isEqualTo(ExitCode.FAILED);
        require(language, terminal.out());
        require(language, terminal.err());

        assertThat(terminal.run("down", "--lang", tag)).isZero();
        require(language, terminal.err());
        assertThat(terminal.run("down", "--lang", tag)).isZero();
        require(language, terminal.err());
    }

    @ParameterizedTest
    @EnumSource
    void doctor(Language language) {
        terminal.with("STOPPAYMENT_FREEZE_LEASE", "8 sec");

        terminal.run("doctor", "--lang", language.name());

        require(language, terminal.out());
        assertThat(terminal.out()).contains("STOPPAYMENT_FREEZE_LEASE", "8 sec", "Postgres");
    }

    @Test
    void theJsonOfTheDoctorIsTheSameInEveryLanguage() {
        terminal.run("doctor", "-o", "json", "--lang", "zh");

        assertThat(terminal.out()).contains("\"check\" : \"JDK 17+\"").doesNotContainPattern("\\p{IsHan}");
    }

    @ParameterizedTest
    @EnumSource
    void aServiceThatCannotStart(Language language) throws IOException {
        Files.writeString(ServiceName.GATEWAY.jar(home), "no jar");

        assertThat(terminal.run("up", "--detach", "--ports", "free", "--lang", language.name()))
                .isEqualTo(ExitCode.FAILED);

        require(language, terminal.err());
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseServerThatIsNotThere(Language language) {
        terminal.with("STOPPAY_DB_URL", "postgresql://desk:geheim@127.0.0.1:1/");

        assertThat(terminal.run("up", "--detach", "--ports", "free", "--lang", language.name()))
                .isEqualTo(ExitCode.FAILED);

        require(language, terminal.err());
        assertThat(terminal.err()).contains("127.0.0.1:1").doesNotContain("geheim");
    }

    @ParameterizedTest
    @EnumSource
    void wrongFiles(Language language) throws IOException {
        Files.writeString(home.resolve("config/institutions.yaml"), "institutions: [{code: \"999\", secret: x}]");
        assertThat(terminal.run("up", "--detach", "--lang", language.name())).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("institutions[0].code");

        Files.delete(ServiceName.FREEZE.jar(home));
        assertThat(terminal.run("up", "--detach", "--lang", language.name())).isEqualTo(ExitCode.FAILED);
        require(language, terminal.err().replace(home.toString(), "/home"));
    }

    @ParameterizedTest
    @EnumSource
    void drill(Language language) {
        assertThat(terminal.run("drill", "--cases", "0", "--rate", "0", "--lang", language.name()))
                .isEqualTo(ExitCode.USAGE);

        if (language == Language.ZH) {
            assertThat(terminal.err()).contains("--cases：0 无效", "--rate：0 无效").doesNotContain("expected");
        } else {
            assertThat(terminal.err()).contains("--cases: 0 (expected: ", "--rate: 0 (expected: ");
        }
    }
}
