package org.stoppayment.kit.admission;

import io.grpc.ForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Prioritized;
import java.util.concurrent.TimeoutException;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.grpc.GrpcErrors;

/**
 * Answers UNAVAILABLE when a call with one answer and without a deadline takes too long, so that its caller does not wait for a
 * database that hangs. The work goes on: the caller sends the same request again and gets its answer then.
 */
@GlobalInterceptor
@ApplicationScoped
public class TimeLimitInterceptor implements ServerInterceptor, Prioritized {

    private static final Metadata.Key<String> DEADLINE =
            Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER);

    private final Vertx vertx;
    private final GrpcErrors errors;
    private final long millis;

    TimeLimitInterceptor(Vertx vertx, GrpcErrors errors, AdmissionConfig config) {
        this.vertx = vertx;
        this.errors = errors;
        this.millis = config.timeLimit().toMillis();
    }

    /** Inside the interceptors that write, outside those that measure. */
    @Override
    public int getPriority() {
        return Integer.MAX_VALUE - 2;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        if (!call.getMethodDescriptor().getType().serverSendsOneMessage() || headers.containsKey(DEADLINE)) {
            return next.startCall(call, headers);
        }
        EndableCall<Q, R> limited = new EndableCall<>(call);
        return new ForwardingServerCallListener.SimpleForwardingServerCallListener<>(next.startCall(limited, headers)) {
            @Override
            public void onHalfClose() {
                long timer = vertx.setTimer(millis, late -> end(limited));
                limited.onEnd(() -> vertx.cancelTimer(timer));
                super.onHalfClose();
            }
        };
    }

    private void end(EndableCall<?, ?> call) {
        call.end(errors.transform(new ServiceException.Unavailable(
                "no answer within " + millis + " ms; the request may have been carried out (expected: send it again)",
                new TimeoutException())));
    }
}
