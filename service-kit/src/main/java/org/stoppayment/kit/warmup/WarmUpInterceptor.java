package org.stoppayment.kit.warmup;

import io.grpc.ForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gives the calls of a warm-up another name than those of callers, under which no metric is kept. */
@GlobalInterceptor
@ApplicationScoped
public class WarmUpInterceptor implements ServerInterceptor, Prioritized {

    private static final String SERVICE = "stoppayment.WarmUp";

    private final Loopback loopback;
    private final Map<MethodDescriptor<?, ?>, MethodDescriptor<?, ?>> renamed = new ConcurrentHashMap<>();

    WarmUpInterceptor(Loopback loopback) {
        this.loopback = loopback;
    }

    /** Outside of the interceptor that counts. */
    @Override
    public int getPriority() {
        return Integer.MAX_VALUE - 1;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        return next.startCall(loopback.isOurs(headers) ? new RenamedCall<>(call, renamed(call)) : call, headers);
    }

    @SuppressWarnings("unchecked") // a copy of the descriptor under another name
    private <Q, R> MethodDescriptor<Q, R> renamed(ServerCall<Q, R> call) {
        return (MethodDescriptor<Q, R>) renamed.computeIfAbsent(call.getMethodDescriptor(), method -> method.toBuilder()
                .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, method.getBareMethodName()))
                .build());
    }

    private static final class RenamedCall<Q, R> extends ForwardingServerCall.SimpleForwardingServerCall<Q, R> {

        private final MethodDescriptor<Q, R> method;

        RenamedCall(ServerCall<Q, R> call, MethodDescriptor<Q, R> method) {
            super(call);
            this.method = method;
        }

        @Override
        public MethodDescriptor<Q, R> getMethodDescriptor() {
            return method;
        }
    }

    /** Produces the filter of the metrics. */
    @ApplicationScoped
    static class NoMetrics {

        @Produces
        @Singleton
        MeterFilter ofWarmUp() {
            return MeterFilter.deny(meter -> SERVICE.equals(meter.getTag("service")));
        }
    }
}
