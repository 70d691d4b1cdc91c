package org.stoppayment.kit.grpc;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RequestInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.grpc.ExceptionHandler;
import io.quarkus.grpc.ExceptionHandlerProvider;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.logging.SanitizedThrowable;

/** Maps all errors to gRPC statuses with machine-readable details, without internal information. */
@ApplicationScoped
public class GrpcErrors implements ExceptionHandlerProvider {

    /** Domain of the {@link ErrorInfo} of refusals. */
    public static final String DOMAIN = "stoppayment.org";

    private static final Logger LOG = Logger.getLogger(GrpcErrors.class);
    private static final com.google.protobuf.Duration RETRY_DELAY =
            com.google.protobuf.Duration.newBuilder().setNanos(200_000_000).build();

    private static final int MAX_DETAIL_BYTES = 4_000;

    private final Ids ids;

    GrpcErrors(Ids ids) {
        this.ids = ids;
    }

    @Override
    public Throwable transform(Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : thrown;
        if (cause instanceof StatusRuntimeException || cause instanceof StatusException) {
            return cause;
        }
        if (cause instanceof SecurityException) {
            return refused(cause);
        }
        return StatusProto.toStatusRuntimeException(
                cause instanceof ServiceException expected
                        ? status(expected)
                        : TransientFailures.isTransient(cause)
                                ? unavailable("the database or a peer is away")
                                : internalError(cause));
    }

    @Override
    public <ReqT, RespT> ExceptionHandler<ReqT, RespT> createHandler(
            ServerCall.Listener<ReqT> listener, ServerCall<ReqT, RespT> call, Metadata metadata) {
        return new ExceptionHandler<>(listener, call, metadata) {
            @Override
            protected void handleException(Throwable thrown, ServerCall<ReqT, RespT> call, Metadata metadata) {
                Throwable status = transform(thrown);
                Metadata trailers = io.grpc.Status.trailersFromThrowable(status);
                call.close(io.grpc.Status.fromThrowable(status), trailers == null ? new Metadata() : trailers);
            }
        };
    }

    /** PERMISSION_DENIED for a known caller without the role; UNAUTHENTICATED for a caller that is not known. */
    private static StatusRuntimeException refused(Throwable cause) {
        return (cause instanceof ForbiddenException
                        ? io.grpc.Status.PERMISSION_DENIED.withDescription("caller: may not call this method")
                        : io.grpc.Status.UNAUTHENTICATED.withDescription("caller: is not known"))
                .asRuntimeException();
    }

    private static Status status(ServiceException expected) {
        if (expected instanceof ServiceException.InvalidInput invalid) {
            List<Any> details = new ArrayList<>(List.of(Any.pack(details(invalid.violations()))));
            invalid.hint()
                    .ifPresent(hint -> details.add(Any.pack(ErrorInfo.newBuilder()
                            .setReason(hint.reason())
                            .setDomain(DOMAIN)
                            .putMetadata(hint.key(), hint.value())
                            .build())));
            return status(Code.INVALID_ARGUMENT, invalid, details.toArray(Any[]::new));
        }
        if (expected instanceof ServiceException.Refusal refusal) {
            ErrorInfo details = ErrorInfo.newBuilder()
                    .setReason(refusal.code())
                    .setDomain(DOMAIN)
                    .build();
            return status(Code.FAILED_PRECONDITION, refusal, Any.pack(details));
        }
        if (expected instanceof ServiceException.NotFound) {
            return status(Code.NOT_FOUND, expected);
        }
        if (expected instanceof ServiceException.Overloaded) {
            // RESOURCE_EXHAUSTED is the transport's answer to a message that is too large and must not be retried.
            return status(Code.UNAVAILABLE, expected, Any.pack(retry()));
        }
        return unavailable(String.valueOf(expected.getMessage()));
    }

    /** As many violations as fit: details are sent in a header, and clients refuse headers over 8 KiB (base64 included). */
    private static BadRequest details(List<Violation> violations) {
        BadRequest.Builder details = BadRequest.newBuilder();
        int size = 0;
        for (Violation violation : violations) {
            BadRequest.FieldViolation rendered = BadRequest.FieldViolation.newBuilder()
                    .setField(violation.field())
                    .setReason(violation.code())
                    .setDescription(violation.description())
                    .build();
            size += rendered.getSerializedSize();
            if (size > MAX_DETAIL_BYTES && details.getFieldViolationsCount() > 0) {
                break;
            }
            details.addFieldViolations(rendered);
        }
        return details.build();
    }

    private Status internalError(Throwable cause) {
        String correlationId = ids.next().toString();
        LOG.errorf(SanitizedThrowable.of(cause), "Unexpected failure, correlation id %s", correlationId);
        return Status.newBuilder()
                .setCode(Code.INTERNAL_VALUE)
                .setMessage("internal error, correlation id " + correlationId)
                .addDetails(Any.pack(
                        RequestInfo.newBuilder().setRequestId(correlationId).build()))
                .build();
    }

    private static Status unavailable(String reason) {
        return Status.newBuilder()
                .setCode(Code.UNAVAILABLE_VALUE)
                .setMessage(reason)
                .addDetails(Any.pack(retry()))
                .build();
    }

    private static Status status(Code code, ServiceException expected, Any... details) {
        return Status.newBuilder()
                .setCode(code.getNumber())
                .setMessage(String.valueOf(expected.getMessage()))
                .addAllDetails(List.of(details))
                .build();
    }

    private static RetryInfo retry() {
        return RetryInfo.newBuilder().setRetryDelay(RETRY_DELAY).build();
    }
}
