package org.stoppayment.kit.admission;

import io.grpc.ForwardingServerCallListener;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Prioritized;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.grpc.GrpcErrors;

/**
 * Shares the streams of a method among connections. When all are taken, a connection with fewer streams than another gets one of
 * that one's, which is ended with UNAVAILABLE: however many streams one caller opens, another can watch.
 */
@GlobalInterceptor
@ApplicationScoped
public class StreamShareInterceptor implements ServerInterceptor, Prioritized {

    private final GrpcErrors errors;
    private final AdmissionConfig config;
    private final Map<String, StreamShares<Object, SharedStream>> methods = new ConcurrentHashMap<>();

    StreamShareInterceptor(GrpcErrors errors, AdmissionConfig config) {
        this.errors = errors;
        this.config = config;
    }

    /** Inside the interceptors that write, outside those that measure. */
    @Override
    public int getPriority() {
        return Integer.MAX_VALUE - 2;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        @Nullable Context context = Vertx.currentContext();
        @Nullable RoutingContext http = context == null ? null : context.getLocal(RoutingContext.class.getName());
        if (context == null
                || http == null
                || call.getMethodDescriptor().getType().serverSendsOneMessage()) {
            return next.startCall(call, headers);
        }
        StreamShares<Object, SharedStream> shares =
                shares(String.valueOf(call.getMethodDescriptor().getBareMethodName()));
        Object caller = connection(call);
        EndableCall<Q, R> endable = new EndableCall<>(call);
        SharedStream stream = new SharedStream(endable, context);
        StreamShares.Place<SharedStream> place = shares.open(caller, stream);
        if (!place.isGiven()) {
            stream.end(overloaded("too many streams here (expected: another replica, or fewer on this connection)"));
            return new ServerCall.Listener<>() {};
        }
        http.addEndHandler(ended -> shares.close(caller, stream)); // also when the caller resets the stream
        endable.onEnd(() -> shares.close(caller, stream));
        place.loser()
                .ifPresent(other -> other.end(overloaded(
                        "the stream is needed for a connection that has fewer (expected: open it" + " again later)")));
        ServerCall.Listener<Q> listener = next.startCall(endable, headers);
        stream.listenWith(listener);
        return new ForwardingServerCallListener.SimpleForwardingServerCallListener<>(listener) {};
    }

    private Throwable overloaded(String reason) {
        return errors.transform(new ServiceException.Overloaded(reason));
    }

    private StreamShares<Object, SharedStream> shares(String method) {
        return methods.computeIfAbsent(
                method,
                first -> new StreamShares<>(
                        Objects.requireNonNull(config.maxStreams().get(method))));
    }

    /** The other end's address and port: one connection. */
    private static Object connection(ServerCall<?, ?> call) {
        return Optional.<Object>ofNullable(call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR))
                .orElse("unknown");
    }

    /** A stream that has a place, on the context of its connection. */
    private static final class SharedStream {

        private final EndableCall<?, ?> call;
        private final Context context;
        private volatile ServerCall.@Nullable Listener<?> listener;

        SharedStream(EndableCall<?, ?> call, Context context) {
            this.call = call;
            this.context = context;
        }

        void listenWith(ServerCall.Listener<?> service) {
            listener = service;
        }

        /** Ends the stream for its caller and, as cancelled, for the service. */
        void end(Throwable why) {
            context.runOnContext(now -> {
                ServerCall.@Nullable Listener<?> service = listener;
                if (call.end(why) && service != null) {
                    service.onCancel();
                }
            });
        }
    }
}
