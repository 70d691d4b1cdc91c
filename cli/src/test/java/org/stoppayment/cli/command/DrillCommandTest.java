package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
    void optionsThatContradictWhatIsPossibleExitWith2() {
        assertThat(terminal.run("drill", "--plan", "--cases", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--cases: 0 (expected: 1..9999)");
    }

    @Test
    void aWrongRangeSaysWhatIsExpected() {
        assertThat(terminal.run("drill", "--mule-delay", "8s..2s")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--mule-delay", "such as 500ms, 5s, 2m or 200ms..800ms");
    }

    @Test
    void theHelpTeachesUnitsAndDefaults() {
        assertThat(terminal.run("drill", "--help")).isZero();
        assertThat(terminal.out())
                .contains(
                        "500ms, 5s, 2m", "Default: 5s..30s", "Default: 200ms..800ms", "storm: 40% and 5%", "--seed 7");
    }
}
