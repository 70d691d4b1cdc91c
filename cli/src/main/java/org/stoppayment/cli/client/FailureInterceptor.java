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

/** Reports calls after which the log of the service helps: it failed or was unavailable. */
final class FailureInterceptor implements ClientInterceptor {

    private final Runnable onFailure;

    FailureInterceptor(Runnable onFailure) {
        this.onFailure = onFailure;
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
                                if (isServiceFailure(status.getCode())) {
                                    onFailure.run();
                                }
                                super.onClose(status, trailers);
                            }
                        },
                        headers);
            }
        };
    }

    private static boolean isServiceFailure(Status.Code code) {
        return switch (code) {
            case INTERNAL, UNKNOWN, UNAVAILABLE, DATA_LOSS -> true;
            default -> false;
        };
    }
}
