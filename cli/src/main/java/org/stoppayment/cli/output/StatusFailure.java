package org.stoppayment.cli.output;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.Durations;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.text.Texts;
import org.stoppayment.kernel.Violation;

/** The failure of a call to a service. What the service says in the language of the caller is shown instead of its English. */
final class StatusFailure {

    /** The message of a service about an invalid input: the first invalid field, and the number of the others. */
    private static final Pattern FIELD_MESSAGE =
            Pattern.compile("(?s)[A-Za-z0-9_.\\[\\]]+: .*?(?: and (?<more>[0-9]+) more)?");

    private static final Pattern WRONG_PLURAL = Pattern.compile("(?<![0-9])1 characters");

    private final Texts texts;
    private final Status status;
    private final List<Any> details;

    StatusFailure(Texts texts, StatusRuntimeException thrown) {
        this.texts = texts;
        this.status = thrown.getStatus();
        com.google.rpc.Status told = StatusProto.fromThrowable(thrown);
        this.details = told == null ? List.of() : told.getDetailsList();
    }

    Failure render() {
        Optional<BadRequest> invalid = detail(BadRequest.class);
        Matcher message = FIELD_MESSAGE.matcher(Failure.reason(status, texts));
        List<String> lines = new ArrayList<>();
        if (invalid.isPresent() && message.matches()) {
            lines.addAll(fieldLines(invalid.get(), message.group("more")));
        } else {
            lines.add(headline());
            if (isTranslated()) {
                lines.add(texts.of(FailureText.ORIGINAL, Failure.reason(status, texts)));
            }
            invalid.ifPresent(fields -> lines.addAll(fieldLines(fields)));
        }
        detail(ErrorInfo.class).ifPresent(info -> lines.add(texts.of(FailureText.REASON, info.getReason())));
        detail(RetryInfo.class)
                .ifPresent(retry -> lines.add(texts.of(FailureText.RETRY_IN, wait(retry.getRetryDelay()))));
        String code = detail(ErrorInfo.class).map(ErrorInfo::getReason).orElseGet(() -> status.getCode()
                .name());
        return new Failure(exitCode(), code, List.copyOf(lines));
    }

    private <M extends Message> Optional<M> detail(Class<M> type) {
        try {
            for (Any detail : details) {
                if (detail.is(type)) {
                    return Optional.of(detail.unpack(type));
                }
            }
            return Optional.empty();
        } catch (InvalidProtocolBufferException unreadable) {
            return Optional.empty(); // the headline says what matters
        }
    }

    /** Every invalid field with its code, instead of the headline of the service, which repeats the first of them. */
    private List<String> fieldLines(BadRequest invalid, @Nullable String more) {
        List<String> fields = fieldLines(invalid);
        int all = more == null ? 1 : Integer.parseInt(more) + 1;
        if (all == 1) {
            return List.of(texts.of(FailureText.REFUSED, fields.get(0).strip()));
        }
        List<String> lines = new ArrayList<>(List.of(texts.of(FailureText.FIELDS_WRONG, all)));
        lines.addAll(fields);
        if (all > fields.size()) {
            lines.add(texts.of(FailureText.MORE_FIELDS, all - fields.size()));
        }
        return lines;
    }

    private List<String> fieldLines(BadRequest invalid) {
        return invalid.getFieldViolationsList().stream().map(this::line).toList();
    }

    private String line(BadRequest.FieldViolation violation) {
        String told = violation.getLocalizedMessage().getMessage();
        Violation wrong = new Violation(
                violation.getField(), violation.getReason(), told.isEmpty() ? violation.getDescription() : told);
        String words = WRONG_PLURAL.matcher(ViolationText.inWords(wrong, texts)).replaceAll("1 character");
        return "  " + words + (wrong.code().isEmpty() ? "" : " [" + wrong.code() + "]");
    }

    private String headline() {
        String description = texts.withMoments(detail(LocalizedMessage.class)
                .map(LocalizedMessage::getMessage)
                .orElseGet(() -> Failure.reason(status, texts)));
        return switch (status.getCode()) {
            case INVALID_ARGUMENT, FAILED_PRECONDITION -> texts.of(FailureText.REFUSED, description);
            case NOT_FOUND -> texts.of(FailureText.NOT_FOUND, description);
            case UNAVAILABLE -> texts.of(FailureText.UNREACHABLE, description);
            case DEADLINE_EXCEEDED -> texts.of(FailureText.NO_ANSWER);
            case UNAUTHENTICATED, PERMISSION_DENIED -> texts.of(FailureText.NOT_ALLOWED, description);
            case RESOURCE_EXHAUSTED -> texts.of(FailureText.TOO_LARGE);
            case INTERNAL, UNKNOWN -> texts.of(FailureText.SERVICE_FAILED, description);
            default -> texts.of(FailureText.OTHER_STATUS, status.getCode(), description);
        };
    }

    private boolean isTranslated() {
        return detail(LocalizedMessage.class)
                .filter(told -> !told.getMessage().equals(status.getDescription()))
                .isPresent();
    }

    private int exitCode() {
        return switch (status.getCode()) {
            case INVALID_ARGUMENT, FAILED_PRECONDITION, RESOURCE_EXHAUSTED -> ExitCode.REFUSED;
            case NOT_FOUND -> ExitCode.NOT_FOUND;
            default -> ExitCode.FAILED;
        };
    }

    /** Whole seconds, else milliseconds. */
    private static String wait(com.google.protobuf.Duration delay) {
        return delay.getNanos() == 0 ? delay.getSeconds() + " s" : Durations.toMillis(delay) + " ms";
    }
}
