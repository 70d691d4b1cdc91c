package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.files.ReportFile;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;

class DrillCommandTest {

    private final Terminal terminal =
            new Terminal(Path.of("..").toAbsolutePath().normalize());

    @Test
    void thePlanIsPrintedWithoutADrill() throws Exception {
        assertThat(terminal.run("drill", "--plan", "--cases", "3", "--seed", "7"))
                .isZero();

        String first = terminal.out();
        JsonNode plan = Json.MAPPER.readTree(first);
        assertThat(plan.path("seed").asLong()).isEqualTo(7);
        assertThat(plan.path("rings")).hasSize(3);
        assertThat(plan.path("rings").get(0).path("mules").get(0).path("level").asInt())
                .isEqualTo(1);
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.run("drill", "--plan", "--cases", "3", "--seed", "7"))
                .isZero();
        assertThat(terminal.out()).isEqualTo(first);
    }

    @Test
    void valueOutOfRangeExitsWith2() {
        assertThat(terminal.run("drill", "--plan", "--cases", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--cases: 0 (expected: a whole number, 1..9999)");
    }

    @Test
    void aWrongRangeSaysWhatIsExpected() {
        assertThat(terminal.run("drill", "--mule-delay", "8s..2s")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--mule-delay", "such as 500ms, 5s, 2m or 200ms..800ms");
    }

    @Test
    void everyInvalidOptionIsReportedWithItsValue() {
        assertThat(terminal.run(
                        "drill",
                        "--cases",
                        "NaN",
                        "--rate",
                        "0",
                        "--seed",
                        "",
                        "--faults",
                        "zz",
                        "--mule-delay",
                        "30s..5s",
                        "--levels",
                        "0",
                        "--bank-delay",
                        "21s",
                        "--call-after",
                        ""))
                .isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err())
                .startsWith("stoppay: --cases: NaN (expected: a whole number, 1..9999)")
                .contains(
                        "--rate: 0 (expected: reports a second",
                        "--seed: empty (expected: a whole number, -9223372036854775808..9223372036854775807)",
                        "--faults: zz (expected: none, some, storm",
                        "--mule-delay: 30s..5s (expected: ",
                        "--levels: 0 (expected: ",
                        "--bank-delay: 21s (expected: at most 20s)",
                        "--call-after: empty (expected: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nonexistent/x.html", "/tmp", ""})
    void aReportThatCannotBeWrittenIsRefusedBeforeAnythingStarts(String file) {
        assertThat(terminal.run("drill", "--cases", "1", "--report", file)).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err().lines())
                .singleElement()
                .asString()
                .startsWith("stoppay: ")
                .endsWith("(expected: a file that can be written)");
    }

    @Test
    void aPlanMakesNoReport(@TempDir Path directory) {
        Path page = directory.resolve("x.html");

        assertThat(terminal.run("drill", "--plan", "--report", page.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--report: " + page + " (expected: absent with --plan");
    }

    @Test
    void checkingAReportFileDoesNotChangeIt(@TempDir Path directory) throws Exception {
        Path old = Files.writeString(directory.resolve("old.html"), "old");

        ReportFile.at(old);
        ReportFile fresh = ReportFile.at(directory.resolve("new.html"));

        assertThat(old).hasContent("old");
        assertThat(fresh.path()).doesNotExist();
        fresh.write("new");
        assertThat(fresh.path()).hasContent("new");
    }

    @Test
    void helpShowsUnitsAndDefaults() {
        assertThat(terminal.run("drill", "--help")).isZero();
        assertThat(terminal.out())
                .contains(
                        "500ms, 5s, 2m", "Default: 5s..30s", "Default: 200ms..800ms", "storm: 40% and 5%", "--seed 7");
    }
}
