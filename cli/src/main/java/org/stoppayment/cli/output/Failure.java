package org.stoppayment.cli.output;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.stoppayment.cli.text.Texts;

/**
 * A failure as the terminal shows it.
 *
 * @param exitCode one of {@link ExitCode}
 * @param code for programs: the reason that the service gives, else its gRPC status; {@code COMMAND_LINE_INVALID} or
 *     {@code COMMAND_FAILED} for failures of the command itself
 * @param lines what is wrong, the most important first
 */
public record Failure(int exitCode, String code, List<String> lines) {

    private static final String COMMAND_LINE_INVALID = "COMMAND_LINE_INVALID";
    private static final String COMMAND_FAILED = "COMMAND_FAILED";

    /** The message of Netty for a failed connection. The reason is in its cause. */
    private static final String NETTY_IO_EXCEPTION = "io exception";

    /** The failure of an exception, without a stack trace. */
    public static Failure of(Throwable thrown, Texts texts) {
        if (thrown instanceof CliException known) {
            String code = known.exitCode() == ExitCode.USAGE ? COMMAND_LINE_INVALID : COMMAND_FAILED;
            return new Failure(
                    known.exitCode(), code, known.message(texts).lines().toList());
        }
        if (thrown instanceof StatusRuntimeException refused) {
            return new StatusFailure(texts, refused).render();
        }
        if (thrown instanceof UncheckedIOException file) {
            return new Failure(ExitCode.FAILED, COMMAND_FAILED, List.of(ofFile(file, texts)));
        }
        String message = Objects.requireNonNullElse(thrown.getMessage(), texts.of(FailureText.NO_DETAIL));
        return new Failure(
                ExitCode.FAILED, COMMAND_FAILED, List.of(thrown.getClass().getSimpleName() + ": " + message));
    }

    /** The reason of the system is mostly the path alone, so its name is shown as well. */
    private static String ofFile(UncheckedIOException thrown, Texts texts) {
        Throwable reason = Objects.<Throwable>requireNonNullElse(thrown.getCause(), thrown);
        return texts.of(
                FailureText.FILE_FAILED,
                Objects.requireNonNullElse(thrown.getMessage(), ""),
                Objects.requireNonNullElse(reason.getMessage(), texts.of(FailureText.NO_DETAIL)),
                reason.getClass().getSimpleName());
    }

    /** The description of the service, or the cause of the failed connection. */
    public static String reason(Status status) {
        String description = Optional.ofNullable(status.getDescription()).orElse("no further detail");
        Throwable cause = status.getCause();
        boolean noReason = status.getDescription() == null || description.equals(NETTY_IO_EXCEPTION);
        return noReason && cause != null && cause.getMessage() != null ? cause.getMessage() : description;
    }
}
