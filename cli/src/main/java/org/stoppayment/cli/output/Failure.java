package org.stoppayment.cli.output;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.Durations;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.stoppayment.kernel.Violation;

/**
 * A failure as the terminal shows it.
 *
 * @param exitCode one of {@link ExitCode}
 * @param lines what is wrong, the most important first
 */
public record Failure(int exitCode, List<String> lines) {

    /** The failure that an exception stands for; never a stack trace. */
    public static Failure of(Throwable thrown) {
        if (thrown instanceof CliException known) {
            return new Failure(known.exitCode(), known.getMessage().lines().toList());
        }
        if (thrown instanceof StatusRuntimeException refused) {
            return of(refused);
        }
        String message = Objects.requireNonNullElse(thrown.getMessage(), "no further detail");
        return new Failure(ExitCode.FAILED, List.of(thrown.getClass().getSimpleName() + ": " + message));
    }

    private static Failure of(StatusRuntimeException thrown) {
        Status status = thrown.getStatus();
        List<String> lines = new ArrayList<>();
        lines.add(headline(status));
        com.google.rpc.Status details = StatusProto.fromThrowable(thrown);
        if (details != null) {
            details.getDetailsList().forEach(detail -> lines.addAll(lines(detail)));
        }
        return new Failure(exitCode(status.getCode()), List.copyOf(lines));
    }

    private static String headline(Status status) {
        String description = Optional.ofNullable(status.getDescription()).orElse("no further detail");
        return switch (status.getCode()) {
            case INVALID_ARGUMENT, FAILED_PRECONDITION -> "refused: " + description;
            case NOT_FOUND -> "not found: " + description;
            case UNAVAILABLE ->
                "the service cannot be reached: " + description + " (is it running? see: stoppay status)";
            case DEADLINE_EXCEEDED ->
                "no answer in time: whether it was done is not known; sending the same again is safe";
            case RESOURCE_EXHAUSTED -> "refused: the message is too large (expected: at most 1 MiB)";
            case INTERNAL, UNKNOWN -> "the service failed: " + description + " (see its log in the state directory)";
            default -> status.getCode() + ": " + description;
        };
    }

    private static int exitCode(Status.Code code) {
        return switch (code) {
            case INVALID_ARGUMENT, FAILED_PRECONDITION, RESOURCE_EXHAUSTED -> ExitCode.REFUSED;
            case NOT_FOUND -> ExitCode.NOT_FOUND;
            default -> ExitCode.FAILED;
        };
    }

    private static List<String> lines(Any detail) {
        try {
            if (detail.is(BadRequest.class)) {
                return detail.unpack(BadRequest.class).getFieldViolationsList().stream()
                        .map(Failure::line)
                        .toList();
            }
            if (detail.is(ErrorInfo.class)) {
                return List.of("  reason: " + detail.unpack(ErrorInfo.class).getReason());
            }
            if (detail.is(RetryInfo.class)) {
                return List.of(
                        "  try again in " + wait(detail.unpack(RetryInfo.class).getRetryDelay()));
            }
            return List.of();
        } catch (InvalidProtocolBufferException e) {
            return List.of("  (a detail that cannot be read)");
        }
    }

    /** Whole seconds as such, all else in milliseconds. */
    private static String wait(com.google.protobuf.Duration delay) {
        return delay.getNanos() == 0 ? delay.getSeconds() + " s" : Durations.toMillis(delay) + " ms";
    }

    private static String line(BadRequest.FieldViolation violation) {
        Violation wrong = new Violation(violation.getField(), violation.getReason(), violation.getDescription());
        return "  " + wrong.inWords() + (wrong.code().isEmpty() ? "" : " [" + wrong.code() + "]");
    }
}
