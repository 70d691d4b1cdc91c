package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stoppayment.cli.output.ExitCode;

/** Stops are lifted, extended and issued again; how a lift asks first is in {@link ConfirmTest}. */
class StopCommandTest extends CommandTestBase {

    private static final String DECIDED = " --reason filed --reference Li --organisation 110 --badge 100234";

    private int run(String line) {
        return terminal.run((line + DECIDED).split(" "));
    }

    @Test
    void aRefusalByARuleExitsWith3() {
        assertThat(run("stop lift id --yes")).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).contains("the stop is not in effect");
    }

    @Test
    void stopIsExtendedAndReissued() {
        assertThat(run("stop extend first")).isZero();
        assertThat(terminal.out()).contains("extension of first");
        assertThat(run("stop again first")).isZero();
        assertThat(terminal.out()).contains("second");
    }
}
