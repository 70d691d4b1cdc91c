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
 * Answers nobody who has left. The server would write the late answer into a stream that the caller has reset, and so break
 * the connection with everybody else's calls on it (quarkusio/quarkus#56268). What they asked for is done all the same.
 */
@GlobalInterceptor
@ApplicationScoped
public class CancelledCallInterceptor implements ServerInterceptor, Prioritized {

    /** Outermost: the answers of the other interceptors are late, too. */
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
                context == null || http == null ? call : new LeavableCall<>(call, context, http.response()), headers);
    }

    /** Writes on the connection's own thread, where resets are heard: none can come between the look and the writing. */
    private static final class LeavableCall<Q, R> extends ForwardingServerCall.SimpleForwardingServerCall<Q, R> {

        private final Context context;
        private final HttpServerResponse response;

        LeavableCall(ServerCall<Q, R> call, Context context, HttpServerResponse response) {
            super(call);
            this.context = context;
            this.response = response;
        }

        @Override
        public void sendHeaders(Metadata headers) {
            unlessLeft(() -> super.sendHeaders(headers));
        }

        @Override
        public void sendMessage(R message) {
            unlessLeft(() -> super.sendMessage(message));
        }

        @Override
        public void close(Status status, Metadata trailers) {
            unlessLeft(() -> super.close(status, trailers));
        }

        /** The server's own call never says so. */
        @Override
        public boolean isCancelled() {
            return response.closed() || super.isCancelled();
        }

        private void unlessLeft(Runnable writing) {
            context.runOnContext(now -> {
                if (!response.closed()) {
                    writing.run();
                }
            });
        }
    }
}
