package org.stoppayment.kit.grpc;

import io.grpc.ForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Prioritized;
import org.jspecify.annotations.Nullable;

/**
 * Encodes the text of a status as gRPC says. The unified server encodes it like a form field, so that some clients show
 * {@code caseId%3A} instead of {@code caseId:}; it leaves a text alone that comes as a trailer.
 */
@GlobalInterceptor
@ApplicationScoped
public class StatusTextInterceptor implements ServerInterceptor, Prioritized {

    private static final Metadata.Key<String> MESSAGE =
            Metadata.Key.of("grpc-message", Metadata.ASCII_STRING_MARSHALLER);

    /** Next to {@link CancelledCallInterceptor}, outside everything that makes statuses. */
    @Override
    public int getPriority() {
        return Integer.MAX_VALUE - 1;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        return next.startCall(
                new ForwardingServerCall.SimpleForwardingServerCall<>(call) {
                    @Override
                    public void close(Status status, Metadata trailers) {
                        @Nullable String text = status.getDescription();
                        if (text == null || status.isOk()) {
                            super.close(status, trailers);
                            return;
                        }
                        trailers.discardAll(MESSAGE);
                        trailers.put(MESSAGE, StatusText.encode(text));
                        super.close(status.withDescription(null), trailers);
                    }
                },
                headers);
    }
}
