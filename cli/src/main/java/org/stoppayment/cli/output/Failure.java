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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.Violation;

/**
 * A failure as the terminal shows it.
 *
 * @param exitCode one of {@link ExitCode}
 * @param lines what is wrong, the most important first
 */
public record Failure(int exitCode, List<String> lines) {

    /** The message of a service about an invalid input: the first invalid field, and the number of the others. */
    private static final Pattern FIELD_MESSAGE =
            Pattern.compile("(?s)[A-Za-z0-9_.\\[\\]]+: .*?(?: and (?<more>[0-9]+) more)?");

    /** The message of Netty for a failed connection. The reason is in its cause. */
    private static final String NETTY_IO_EXCEPTION = "io exception";

    private static final Pattern WRONG_PLURAL = Pattern.compile("(?<![0-9])1 characters");

    /** The failure of an exception, without a stack trace. */
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
        com.google.rpc.Status details = StatusProto.fromThrowable(thrown);
        List<String> detailLines = new ArrayList<>();
        if (details != null) {
            details.getDetailsList().forEach(detail -> detailLines.addAll(lines(detail)));
        }
        List<String> lines = new ArrayList<>();
        Matcher more = FIELD_MESSAGE.matcher(reason(status));
        if (isInvalidInput(details) && more.matches()) {
            lines.addAll(fieldLines(detailLines, more.group("more")));
        } else {
            lines.add(headline(status));
            lines.addAll(detailLines);
        }
        return new Failure(exitCode(status.getCode()), List.copyOf(lines));
    }

    private static boolean isInvalidInput(com.google.rpc.@Nullable Status details) {
        return details != null && details.getDetailsList().stream().anyMatch(detail -> detail.is(BadRequest.class));
    }

    /** Every invalid field with its code, instead of the headline of the service, which repeats the first of them. */
    private static List<String> fieldLines(List<String> fields, @Nullable String more) {
        int all = more == null ? 1 : Integer.parseInt(more) + 1;
        if (all == 1) {
            return List.of("refused: " + fields.get(0).strip());
        }
        List<String> lines = new ArrayList<>(List.of("refused: " + all + " fields are wrong"));
        lines.addAll(fields);
        if (all > fields.size()) {
            lines.add("  … " + (all - fields.size()) + " more");
        }
        return lines;
    }

    /** The description of the service, or the cause of the failed connection. */
    public static String reason(Status status) {
        String description = Optional.ofNullable(status.getDescription()).orElse("no further detail");
        Throwable cause = status.getCause();
        boolean noReason = status.getDescription() == null || description.equals(NETTY_IO_EXCEPTION);
        return noReason && cause != null && cause.getMessage() != null ? cause.getMessage() : description;
    }

    private static String headline(Status status) {
        String description = reason(status);
        return switch (status.getCode()) {
            case INVALID_ARGUMENT, FAILED_PRECONDITION -> "refused: " + description;
            case NOT_FOUND -> "not found: " + description;
            case UNAVAILABLE -> "the service cannot be reached: " + description;
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

    /** Whole seconds, else milliseconds. */
    private static String wait(com.google.protobuf.Duration delay) {
        return delay.getNanos() == 0 ? delay.getSeconds() + " s" : Durations.toMillis(delay) + " ms";
    }

    private static String line(BadRequest.FieldViolation violation) {
        Violation wrong = new Violation(violation.getField(), violation.getReason(), violation.getDescription());
        String words = WRONG_PLURAL.matcher(wrong.inWords()).replaceAll("1 character");
        return "  " + words + (wrong.code().isEmpty() ? "" : " [" + wrong.code() + "]");
    }
}
