package org.stoppayment.cli.output;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.stoppayment.cli.text.Texts;

/**
 * A failure as the terminal shows it.
 *
 * @param exitCode one of {@link ExitCode}
 * @param lines what is wrong, the most important first
 */
public record Failure(int exitCode, List<String> lines) {

    /** The message of Netty for a failed connection. The reason is in its cause. */
    private static final String NETTY_IO_EXCEPTION = "io exception";

    /** The failure of an exception, without a stack trace. */
    public static Failure of(Throwable thrown, Texts texts) {
        if (thrown instanceof CliException known) {
            return new Failure(known.exitCode(), known.message(texts).lines().toList());
        }
        if (thrown instanceof StatusRuntimeException refused) {
            return new StatusFailure(texts, refused).render();
        }
        String message = Objects.requireNonNullElse(thrown.getMessage(), texts.of(FailureText.NO_DETAIL));
        return new Failure(ExitCode.FAILED, List.of(thrown.getClass().getSimpleName() + ": " + message));
    }

    /** The description of the service, or the cause of the failed connection. */
    public static String reason(Status status) {
        String description = Optional.ofNullable(status.getDescription()).orElse("no further detail");
        Throwable cause = status.getCause();
        boolean noReason = status.getDescription() == null || description.equals(NETTY_IO_EXCEPTION);
        return noReason && cause != null && cause.getMessage() != null ? cause.getMessage() : description;
    }
}
