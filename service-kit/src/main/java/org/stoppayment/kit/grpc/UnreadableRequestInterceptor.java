package org.stoppayment.kit.grpc;

import io.grpc.ForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Says that a request could not be read: bytes that are no message of the method, or text that is not UTF-8. The unified
 * server passes such a request on as a call without one, which would be answered as a fault of ours.
 */
@GlobalInterceptor
@ApplicationScoped
public class UnreadableRequestInterceptor implements ServerInterceptor {

    @Override
    public <ReqT, RespT> ServerCall.Listener<ReqT> interceptCall(
            ServerCall<ReqT, RespT> call, Metadata headers, ServerCallHandler<ReqT, RespT> next) {
        ServerCall.Listener<ReqT> listener = next.startCall(call, headers);
        return call.getMethodDescriptor().getType().clientSendsOneMessage()
                ? new OneMessage<>(listener, call)
                : listener;
    }

    private static final class OneMessage<ReqT>
            extends ForwardingServerCallListener.SimpleForwardingServerCallListener<ReqT> {

        private final ServerCall<ReqT, ?> call;
        private boolean read;

        OneMessage(ServerCall.Listener<ReqT> listener, ServerCall<ReqT, ?> call) {
            super(listener);
            this.call = call;
        }

        @Override
        public void onMessage(ReqT message) {
            read = true;
            super.onMessage(message);
        }

        @Override
        public void onHalfClose() {
            if (read) {
                super.onHalfClose();
            } else {
                call.close(
                        Status.INVALID_ARGUMENT.withDescription("request: not readable (expected: one protobuf message"
                                + " of this method, its text in UTF-8)"),
                        new Metadata());
            }
        }
    }
}
