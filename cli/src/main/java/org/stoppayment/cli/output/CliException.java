package org.stoppayment.cli.output;

import java.io.Serial;
import java.util.Objects;

/** Ends the command with a message and an exit code. */
public final class CliException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /**
     * @param exitCode one of {@link ExitCode}
     * @param message what is wrong and what to do about it; may have several lines
     */
    public CliException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
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
        return failed("interrupted");
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
