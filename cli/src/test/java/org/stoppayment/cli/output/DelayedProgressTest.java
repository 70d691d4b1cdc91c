package org.stoppayment.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DelayedProgressTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(
            new PrintStream(new ByteArrayOutputStream()), new PrintStream(err, true, StandardCharsets.UTF_8), false);

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void longWorkPrintsItsSteps() {
        try (DelayedProgress work = new DelayedProgress(console, "asking", Duration.ofMillis(5))) {
            await().until(() -> said().contains("asking …"));
            work.nextStep("drawing");
            await().until(() -> said().contains("drawing …"));
        }
    }

    @Test
    void quickWorkPrintsNothing() {
        try (DelayedProgress work = new DelayedProgress(console, "asking")) {
            work.nextStep("drawing");
        }

        assertThat(said()).isEmpty();
    }
}
