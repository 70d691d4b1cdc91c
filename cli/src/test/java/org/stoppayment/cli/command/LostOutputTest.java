package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.cli.fake.FakeWatching.heartbeat;

import io.grpc.Status;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.output.ExitCode;

/** A command whose output cannot be written fails. */
class LostOutputTest extends CommandTestBase {

    private String caseId;

    /** Accepts a limited number of bytes. */
    private static final class Sink extends OutputStream {

        private final String why;
        private int room;

        Sink(int room, String why) {
            this.room = room;
            this.why = why;
        }

        @Override
        public void write(int one) throws IOException {
            if (room-- <= 0) {
                throw new IOException(why);
            }
        }
    }

    @BeforeEach
    void report() {
        terminal.run("report", ZHANGZHOU + ".report.json");
        caseId = terminal.out().strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trace CASE", "get CASE", "get CASE -o json", "list", "mules", "trace --help", "--version"})
    void fullDiskExitsWith1AndIsReported(String line) {
        assertThat(terminal.runInto(
                        new Sink(10, "No space left on device"),
                        line.replace("CASE", caseId).split(" ")))
                .isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).contains("the result could not be written: no space left on the device");
    }

    @Test
    void closedPipeEndsTheWatchQuietly() {
        services.watching().nextStream(Status.OK, heartbeat(1, "1"), heartbeat(2, "1"), heartbeat(3, "1"));

        assertThat(terminal.runInto(new Sink(150, "Broken pipe"), "watch", "-o", "json", caseId))
                .isEqualTo(ExitCode.CLOSED_PIPE);

        assertThat(terminal.err()).isEmpty();
        assertThat(services.watching().requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "get CASE", "trace --help"})
    void closedPipeEndsACommandQuietly(String line) {
        assertThat(terminal.runInto(
                        new Sink(10, "Broken pipe"),
                        line.replace("CASE", caseId).split(" ")))
                .isEqualTo(ExitCode.CLOSED_PIPE);

        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void exitCodeOfAFailedCommandIsKept() {
        assertThat(terminal.runInto(new Sink(0, "Broken pipe"), "get", "00000000-0000-0000-0000-000000000000"))
                .isEqualTo(ExitCode.NOT_FOUND);
    }
}
