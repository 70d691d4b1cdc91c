package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.output.ExitCode;

class MulesCommandTest extends CommandTestBase {

    @Test
    void knownMulesAreListed() {
        assertThat(terminal.run("mules")).isZero();
        assertThat(terminal.out()).contains("6228480000000001016", "13,000.00", "HELD");
        assertThat(terminal.run("mules", "-o", "json")).isZero();
        assertThat(terminal.out()).contains("\"caseCount\": 2");
    }

    @Test
    void oneMuleIsShownWithItsCasesAndStops() {
        assertThat(terminal.run("mules", "6228480000000001016")).isZero();
        assertThat(terminal.out()).contains("case one", "order one", "IN_EFFECT", "urgent");
    }

    @Test
    void unknownAccountExitsWith4() {
        assertThat(terminal.run("mules", "6228480000000009999")).isEqualTo(ExitCode.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "--institution 103100000026,--institution: without a number",
        "6228480000000001016 --institution foo,--institution: unknown bank: foo (expected: a code or a name",
        "'',ACCOUNT: empty"
    })
    void contradictoryArgumentsAreRefused(String arguments, String said) {
        String[] line = ("mules " + arguments).split(" ", -1);

        assertThat(terminal.run(line)).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).startsWith("stoppay: " + said);
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void oneMuleIsShownAtOneInstitution() {
        assertThat(terminal.run("mules", "6228480000000001016", "--institution", "103100000026"))
                .isZero();
        assertThat(terminal.out()).contains("case one");
    }

    @Test
    void commandExplainsItself() {
        assertThat(terminal.run("mules", "--help")).isZero();
        assertThat(terminal.out()).startsWith("Usage: stoppay mules").contains("Examples:");
    }
}
