package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.output.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** The options of every command may stand before the subcommand, after it, or between the parts of a nested one. */
class SharedOptionsTest extends CommandTestBase {

    private static final String WITHDRAW = " placing --reason r --reference s --yes";

    private String caseId = "";

    @BeforeEach
    void report() {
        terminal.run("report", ZHANGZHOU + ".report.json");
        caseId = terminal.out().strip();
    }

    private int run(String line) {
        return terminal.run(line.replace("CASE", caseId).split(" "));
    }

    @ParameterizedTest
    @MethodSource("org.stoppayment.cli.command.HelpTextsTest#commands")
    void everyCommandHasThem(CommandSpec command) {
        assertThat(command.optionsMap()).containsKeys("-o", "--output", "--unmasked", "--state", "--lang", "--zone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--lang zh list",
                "list --lang zh",
                "--lang=zh case withdraw" + WITHDRAW,
                "case --lang zh withdraw" + WITHDRAW,
                "case withdraw --lang zh" + WITHDRAW
            })
    void language(String line) {
        assertThat(run(line)).isZero();
        assertThat(terminal.out()).containsPattern("案件编号|已撤案");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-o json list",
                "list -o json",
                "--output=json list",
                "-o json case withdraw" + WITHDRAW,
                "case -o json withdraw" + WITHDRAW,
                "case withdraw -o json" + WITHDRAW
            })
    void outputForm(String line) {
        assertThat(run(line)).isZero();
        assertThat(terminal.out()).startsWith("{").contains("\"caseId\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-o wide list",
                "list -o wide",
                "-o wide attention list",
                "attention -o wide list",
                "attention list -o wide"
            })
    void rowsOnOneLine(String line) {
        assertThat(run(line)).isZero();
        assertThat(terminal.out().lines()).hasSize(2).last().asString().hasSizeGreaterThan(80);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--zone UTC list",
                "list --zone UTC",
                "--zone UTC dissuasion list",
                "dissuasion --zone UTC list",
                "dissuasion list --zone UTC"
            })
    void timeZone(String line) {
        assertThat(run(line)).isZero();
        assertThat(terminal.out()).containsPattern("T[0-9:.]+Z").doesNotContain("+08:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--unmasked get CASE -o json",
                "get --unmasked CASE -o json",
                "--unmasked attention list",
                "attention --unmasked list",
                "attention list --unmasked"
            })
    void personalData(String line) {
        assertThat(run(line)).isZero();
        assertThat(terminal.out()).containsPattern("林某|陈小明");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--state DIR list",
                "list --state DIR",
                "--state DIR case withdraw" + WITHDRAW,
                "case --state DIR withdraw" + WITHDRAW,
                "case withdraw --state DIR" + WITHDRAW
            })
    void stateDirectory(String line) {
        String other = directory.resolve("other").toString();

        assertThat(run(line.replace("DIR", other))).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).contains("no suite runs in " + other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--state a list --state b",
                "--state a case --state b withdraw" + WITHDRAW,
                "-o wide list -o table"
            })
    void oneThatIsGivenTwiceIsRefused(String line) {
        assertThat(run(line)).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).containsPattern("^stoppay: --(state|output): given more than once");
    }

    @Test
    void errorsOfAWrongLineAreInTheFormThatIsAskedForFirst() {
        assertThat(List.of(run("-o json list --limit many"), run("-o json nonsense")))
                .containsOnly(ExitCode.USAGE);
        assertThat(terminal.err()).startsWith("{").contains("COMMAND_LINE_INVALID");
    }
}
