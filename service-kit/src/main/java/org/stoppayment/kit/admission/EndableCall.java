package org.stoppayment.kit.admission;

import io.grpc.ForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A call that can be ended from outside the service. What the service answers afterwards is discarded; to it the call is cancelled. */
final class EndableCall<Q, R> extends ForwardingServerCall.SimpleForwardingServerCall<Q, R> {

    private enum End {
        BY_SERVICE,
        FROM_OUTSIDE
    }

    private final AtomicReference<@Nullable End> end = new AtomicReference<>();
    private volatile Runnable afterEnd = () -> {};

    EndableCall(ServerCall<Q, R> call) {
        super(call);
    }

    /** Runs {@code task} when the call is ended, by whomever; set before the service can answer. */
    void onEnd(Runnable task) {
        afterEnd = task;
    }

    /** Ends the call with the status of {@code failure}; false when it had ended before. */
    boolean end(Throwable failure) {
        if (!end.compareAndSet(null, End.FROM_OUTSIDE)) {
            return false;
        }
        afterEnd.run();
        @Nullable Metadata trailers = Status.trailersFromThrowable(failure);
        super.close(Status.fromThrowable(failure), trailers == null ? new Metadata() : trailers);
        return true;
    }

    @Override
    public void sendHeaders(Metadata headers) {
        if (end.get() == null) {
            super.sendHeaders(headers);
        }
    }

    @Override
    public void sendMessage(R message) {
        if (end.get() == null) {
            super.sendMessage(message);
        }
    }

    @Override
    public void close(Status status, Metadata trailers) {
        if (end.compareAndSet(null, End.BY_SERVICE)) {
            afterEnd.run();
            super.close(status, trailers);
        }
    }

    @Override
    public boolean isReady() {
        return end.get() == null && super.isReady();
    }

    @Override
    public boolean isCancelled() {
        return end.get() == End.FROM_OUTSIDE || super.isCancelled();
    }
}
