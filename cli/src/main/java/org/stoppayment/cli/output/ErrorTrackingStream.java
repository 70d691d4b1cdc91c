package org.stoppayment.cli.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A stream of UTF-8 text that remembers why it could not be written, which {@link PrintStream} alone forgets. */
public final class ErrorTrackingStream extends PrintStream {

    /** Onto that stream. */
    public ErrorTrackingStream(OutputStream out) {
        super(new Remembering(out), true, StandardCharsets.UTF_8);
    }

    /** Why it could not be written, such as {@code No space left on device}; empty when it could. */
    public Optional<String> failure() {
        return checkError() ? Optional.of(((Remembering) out).failure) : Optional.empty();
    }

    private static final class Remembering extends FilterOutputStream {

        private volatile String failure = "closed";

        Remembering(OutputStream out) {
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
