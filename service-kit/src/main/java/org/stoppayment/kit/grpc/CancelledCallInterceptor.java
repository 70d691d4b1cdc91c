package org.stoppayment.kit.grpc;

import io.grpc.ForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.quarkus.grpc.GlobalInterceptor;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Prioritized;
import org.jspecify.annotations.Nullable;

/**
 * Discards the answer to a call that the caller has cancelled. The server would write the answer to the reset stream and so break
 * the connection with all other calls on it (quarkusio/quarkus#56268). The work of the call is completed nevertheless.
 */
@GlobalInterceptor
@ApplicationScoped
public class CancelledCallInterceptor implements ServerInterceptor, Prioritized {

    /** Outermost, because answers of the other interceptors must be discarded, too. */
    @Override
    public int getPriority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        @Nullable Context context = Vertx.currentContext();
        @Nullable RoutingContext http = context == null ? null : context.getLocal(RoutingContext.class.getName());
        return next.startCall(
                context == null || http == null ? call : new CancellableCall<>(call, context, http.response()),
                headers);
    }

    /** Writes on the connection's own thread, which handles resets, so that none can come between the check and the write. */
    private static final class CancellableCall<Q, R> extends ForwardingServerCall.SimpleForwardingServerCall<Q, R> {

        private final Context context;
        private final HttpServerResponse response;

        CancellableCall(ServerCall<Q, R> call, Context context, HttpServerResponse response) {
            super(call);
            this.context = context;
            this.response = response;
        }

        @Override
        public void sendHeaders(Metadata headers) {
            unlessCancelled(() -> super.sendHeaders(headers));
        }

        @Override
        public void sendMessage(R message) {
            unlessCancelled(() -> super.sendMessage(message));
        }

        @Override
        public void close(Status status, Metadata trailers) {
            unlessCancelled(() -> super.close(status, trailers));
        }

        /** The server's own call never returns true. */
        @Override
        public boolean isCancelled() {
            return response.closed() || super.isCancelled();
        }

        private void unlessCancelled(Runnable writing) {
            context.runOnContext(now -> {
                if (!response.closed()) {
                    writing.run();
                }
            });
        }
    }
}
