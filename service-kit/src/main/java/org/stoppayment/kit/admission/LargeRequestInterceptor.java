package org.stoppayment.kit.admission;

import io.grpc.ForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Prioritized;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kit.grpc.GrpcErrors;

/**
 * Takes large requests a few at a time, so that the memory for requests is bounded however many arrive. The first 32 KiB of a
 * request are read in any case: nearly all requests have no more. A larger one waits, unread, for one of the slots that connections
 * share, and keeps it until it is answered.
 */
@GlobalInterceptor
@ApplicationScoped
public class LargeRequestInterceptor implements ServerInterceptor, Prioritized {

    private final Vertx vertx;
    private final GrpcErrors errors;
    private final AdmissionConfig config;
    private final FairSlots<HttpConnection> slots;

    LargeRequestInterceptor(Vertx vertx, GrpcErrors errors, AdmissionConfig config) {
        this.vertx = vertx;
        this.errors = errors;
        this.config = config;
        this.slots = new FairSlots<>(config.maxLargeRequests());
    }

    /** Inside the interceptors that write, outside those that measure. */
    @Override
    public int getPriority() {
        return Integer.MAX_VALUE - 3;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        @Nullable Context context = Vertx.currentContext();
        @Nullable RoutingContext http = context == null ? null : context.getLocal(RoutingContext.class.getName());
        if (http == null || !call.getMethodDescriptor().getType().clientSendsOneMessage()) {
            return next.startCall(call, headers);
        }
        EndableCall<Q, R> endable = new EndableCall<>(call);
        RequestArrival arrival = new RequestArrival(
                vertx, http.request(), slots, config.requestTime(), late -> endable.end(errors.transform(late)));
        http.addEndHandler(ended -> arrival.ended());
        return new ForwardingServerCallListener.SimpleForwardingServerCallListener<>(next.startCall(endable, headers)) {
            @Override
            public void onHalfClose() {
                arrival.complete();
                super.onHalfClose();
            }
        };
    }
}
