package org.stoppayment.kit.grpc;

import io.grpc.ForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.protobuf.ProtoUtils;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Prioritized;
import org.jspecify.annotations.Nullable;

/** Adds texts in the language that the caller accepts to the errors of {@link GrpcErrors}. */
@GlobalInterceptor
@ApplicationScoped
public class LocalizedStatusInterceptor implements ServerInterceptor, Prioritized {

    private static final Metadata.Key<String> ACCEPT_LANGUAGE =
            Metadata.Key.of("accept-language", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<com.google.rpc.Status> DETAILS = Metadata.Key.of(
            "grpc-status-details-bin", ProtoUtils.metadataMarshaller(com.google.rpc.Status.getDefaultInstance()));

    /** Inside {@link StatusTextInterceptor}, outside everything that makes statuses. */
    @Override
    public int getPriority() {
        return Integer.MAX_VALUE - 2;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        @Nullable String accepted = headers.get(ACCEPT_LANGUAGE);
        return next.startCall(accepted == null ? call : localized(call, accepted), headers);
    }

    private static <Q, R> ServerCall<Q, R> localized(ServerCall<Q, R> call, String accepted) {
        return new ForwardingServerCall.SimpleForwardingServerCall<>(call) {
            @Override
            public void close(Status status, Metadata trailers) {
                com.google.rpc.@Nullable Status details = trailers.get(DETAILS);
                if (details != null) {
                    LocalizedStatus.language(accepted).ifPresent(language -> {
                        trailers.discardAll(DETAILS);
                        trailers.put(DETAILS, LocalizedStatus.of(details, language));
                    });
                }
                super.close(status, trailers);
            }
        };
    }
}
