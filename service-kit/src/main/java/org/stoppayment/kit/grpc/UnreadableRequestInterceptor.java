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
 * Answers INVALID_ARGUMENT to a request that cannot be parsed: bytes that are not a message of the method, or text that is not
 * UTF-8. The unified server treats it as a call without a request, which would be answered as an internal error.
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
