package org.stoppayment.freeze.testkit;

import static org.awaitility.Awaitility.await;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.StatusException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.BlockingClientCall;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.stoppayment.proto.freeze.v1.CaseWatchServiceGrpc;
import org.stoppayment.proto.freeze.v1.WatchCaseRequest;
import org.stoppayment.proto.freeze.v1.WatchCaseResponse;

/** A stream of a watched case. Nothing is taken from it before somebody reads. */
public final class CaseStream implements AutoCloseable {

    private static final int SECONDS = 20;
    private static final int SMALLEST_WINDOW = 65_535;

    private final ManagedChannel channel;
    private final BlockingClientCall<?, WatchCaseResponse> call;

    /** Watches by way of a port of this host. */
    public CaseStream(int port, WatchCaseRequest.Builder request) {
        channel = NettyChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .flowControlWindow(SMALLEST_WINDOW)
                .build();
        // A call on a channel that is not connected would be made only when somebody reads.
        await().atMost(SECONDS, TimeUnit.SECONDS)
                .pollInterval(5, TimeUnit.MILLISECONDS)
                .until(() -> channel.getState(true) == ConnectivityState.READY);
        call = CaseWatchServiceGrpc.newBlockingV2Stub(channel).watchCase(request.build());
    }

    /** The next message; fails with the stream's status, and when there is none in time. */
    public WatchCaseResponse next() throws StatusException {
        try {
            WatchCaseResponse next = call.read(SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("the stream has ended");
            }
            return next;
        } catch (TimeoutException | InterruptedException none) {
            throw new AssertionError(none);
        }
    }

    /** True when the stream has ended in good order. */
    public boolean hasEnded() throws StatusException {
        try {
            return !call.hasNext();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The client is no longer interested. */
    public void cancel() {
        call.cancel("seen enough", null);
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
