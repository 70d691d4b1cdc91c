package org.stoppayment.certificates;

import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file has other content than was expected. */
public final class UnusablePemException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final Expected expected;

    /** What a file was expected to have. */
    public enum Expected {
        /** One certificate or more. */
        CERTIFICATES("certificates as PEM"),
        /** A private key. */
        KEY("one EC private key as PEM, PKCS #8"),
        /** Not any private key. */
        KEY_OF_CERTIFICATE("the private key of the certificate");

        private final String words;

        Expected(String words) {
            this.words = words;
        }
    }

    UnusablePemException(Path file, Expected expected, @Nullable Exception cause) {
        super("file: " + file + " (expected: " + expected.words + ")", cause);
        this.file = file;
        this.expected = expected;
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /** What it was expected to have. */
    public Expected expected() {
        return expected;
    }
}
