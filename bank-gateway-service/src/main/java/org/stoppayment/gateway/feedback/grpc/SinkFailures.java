package org.stoppayment.gateway.feedback.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;

/**
 * Maps a gRPC status of a service that records what institutions report to an exception. Any other status is {@code Unavailable}: it
 * may have been recorded.
 */
public final class SinkFailures {

    private final String service;

    /** The failures of the service with this name. */
    public SinkFailures(String service) {
        this.service = service;
    }

    /** The exception; {@code what} was not taken, such as an order. */
    public ServiceException exceptionOf(Throwable failure, String what, ApplicationId id) {
        Status status = Status.fromThrowable(failure);
        return switch (status.getCode()) {
            case NOT_FOUND -> new ServiceException.NotFound(what, id.value());
            case FAILED_PRECONDITION ->
                new ServiceException.Refusal(
                        detail(failure, ErrorInfo.class)
                                .map(ErrorInfo::getReason)
                                .orElse("REFUSED"),
                        Objects.requireNonNullElse(status.getDescription(), "refused"));
            case INVALID_ARGUMENT -> new ServiceException.InvalidInput(violations(failure, status));
            default -> new ServiceException.Unavailable(service + ": " + status.getCode(), failure);
        };
    }

    private static List<Violation> violations(Throwable failure, Status status) {
        List<Violation> violations = detail(failure, BadRequest.class).stream()
                .flatMap(bad -> bad.getFieldViolationsList().stream())
                .map(violation -> new Violation(violation.getField(), "INVALID", violation.getDescription()))
                .toList();
        return violations.isEmpty()
                ? List.of(new Violation("", "INVALID", Objects.requireNonNullElse(status.getDescription(), "invalid")))
                : violations;
    }

    private static <M extends Message> Optional<M> detail(Throwable failure, Class<M> type) {
        com.google.rpc.Status details = StatusProto.fromThrowable(failure);
        if (details == null) {
            return Optional.empty();
        }
        for (Any detail : details.getDetailsList()) {
            if (detail.is(type)) {
                try {
                    return Optional.of(detail.unpack(type));
                } catch (InvalidProtocolBufferException unreadable) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
