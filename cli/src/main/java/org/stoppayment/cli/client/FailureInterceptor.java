package org.stoppayment.cli.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;

/** Notices calls after which a look into the service's log helps: it failed, or it is not there. */
final class FailureInterceptor implements ClientInterceptor {

    private final Runnable broken;

    FailureInterceptor(Runnable broken) {
        this.broken = broken;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> caller, Metadata headers) {
                super.start(
                        new SimpleForwardingClientCallListener<>(caller) {
                            @Override
                            public void onClose(Status status, Metadata trailers) {
                                if (isBreakage(status.getCode())) {
                                    broken.run();
                                }
                                super.onClose(status, trailers);
                            }
                        },
                        headers);
            }
        };
    }

    private static boolean isBreakage(Status.Code code) {
        return switch (code) {
            case INTERNAL, UNKNOWN, UNAVAILABLE, DATA_LOSS -> true;
            default -> false;
        };
    }
}
