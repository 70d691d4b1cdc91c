package org.stoppayment.cli.output;

import java.io.Serial;
import java.util.Objects;
import org.stoppayment.cli.text.Text;
import org.stoppayment.cli.text.TextKey;
import org.stoppayment.cli.text.Texts;

/** Ends the command with a message and an exit code. */
public final class CliException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final transient Text text;

    /**
     * @param exitCode one of {@link ExitCode}
     * @param message what is wrong and what to do about it; may have several lines
     */
    public CliException(int exitCode, String message) {
        this(exitCode, (Text) texts -> message);
    }

    /**
     * @param exitCode one of {@link ExitCode}
     * @param text the same, in the language of who reads it
     */
    public CliException(int exitCode, Text text) {
        super(text.in(Texts.ENGLISH));
        this.exitCode = exitCode;
        this.text = text;
    }

    /** A wrong command line or input file, in the language of who reads it. */
    public static CliException usage(TextKey key, Object... arguments) {
        return new CliException(ExitCode.USAGE, Text.of(key, arguments));
    }

    /** Any other failure, in the language of who reads it. */
    public static CliException failed(TextKey key, Object... arguments) {
        return new CliException(ExitCode.FAILED, Text.of(key, arguments));
    }

    /** What a rule refuses, in the language of who reads it. */
    public static CliException refused(TextKey key, Object... arguments) {
        return new CliException(ExitCode.REFUSED, Text.of(key, arguments));
    }

    /** The message in the language of these texts; in English where it has no other. */
    public String message(Texts texts) {
        return text.in(texts);
    }

    /** A wrong command line or input file. */
    public static CliException usage(String message) {
        return new CliException(ExitCode.USAGE, message);
    }

    /** Any other failure. */
    public static CliException failed(String message) {
        return new CliException(ExitCode.FAILED, message);
    }

    /** Restores the interrupt flag of the current thread. */
    public static CliException interrupted() {
        Thread.currentThread().interrupt();
        return failed(FailureText.INTERRUPTED);
    }

    /** One of {@link ExitCode}. */
    public int exitCode() {
        return exitCode;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "");
    }
}
