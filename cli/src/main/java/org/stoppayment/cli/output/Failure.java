package org.stoppayment.cli.output;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.cli.text.SystemReason;
import org.stoppayment.cli.text.Text;
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

    /** What the transport says of a connection that broke. */
    private static final Set<String> LOST_CONNECTION =
            Set.of("End of stream or IOException", "Keepalive failed. The connection is likely gone");

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
            return new Failure(
                    ExitCode.FAILED, COMMAND_FAILED, List.of(ofFile(Objects.requireNonNull(file.getCause()), texts)));
        }
        String message = Objects.requireNonNullElse(thrown.getMessage(), texts.of(FailureText.NO_DETAIL));
        return new Failure(
                ExitCode.FAILED,
                COMMAND_FAILED,
                List.of(texts.of(FailureText.UNEXPECTED, thrown.getClass().getSimpleName(), message)));
    }

    /** What was being done with the file is not known here. */
    private static String ofFile(IOException reason, Texts texts) {
        return reason instanceof FileSystemException file && file.getFile() != null
                ? texts.of(FailureText.FILE_FAILED, file.getFile(), SystemReason.of(reason))
                : texts.of(FailureText.INPUT_OR_OUTPUT_FAILED, SystemReason.of(reason));
    }

    /** Why a call failed: what the transport says of the connection, else the description of the service. */
    public static String reason(Status status, Texts texts) {
        if (status.getCause() instanceof ConnectException) {
            return texts.of(FailureText.CONNECTION_REFUSED);
        }
        Optional<Text> notAccepted = TlsReason.of(status.getCause());
        if (notAccepted.isPresent()) {
            return notAccepted.get().in(texts);
        }
        String description = status.getDescription();
        if (LOST_CONNECTION.contains(Objects.requireNonNullElse(description, ""))
                || description == null && status.getCause() != null) {
            return texts.of(FailureText.CONNECTION_LOST);
        }
        return description == null ? texts.of(FailureText.NO_DETAIL) : description;
    }
}
