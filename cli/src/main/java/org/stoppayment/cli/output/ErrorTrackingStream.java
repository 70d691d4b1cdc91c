package org.stoppayment.cli.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A UTF-8 {@link PrintStream} that keeps the reason of a failed write. */
public final class ErrorTrackingStream extends PrintStream {

    /** The message of EPIPE. */
    private static final String BROKEN_PIPE = "Broken pipe";

    /** Writes to {@code out}. */
    public ErrorTrackingStream(OutputStream out) {
        super(new FailureRecorder(out), true, StandardCharsets.UTF_8);
    }

    /** True when a write failed because the reader has closed the pipe, such as {@code head} after its last line. */
    public boolean isPipeClosed() {
        return failure().filter(BROKEN_PIPE::equals).isPresent();
    }

    /** The reason, such as {@code No space left on device}; empty when every write succeeded. */
    public Optional<String> failure() {
        return checkError() ? Optional.of(((FailureRecorder) out).failure) : Optional.empty();
    }

    private static final class FailureRecorder extends FilterOutputStream {

        private volatile String failure = "closed";

        FailureRecorder(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                out.write(bytes, from, count);
            } catch (IOException e) {
                failure = String.valueOf(e.getMessage());
                throw e;
            }
        }
    }
}
