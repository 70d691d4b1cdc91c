package org.stoppayment.freeze.testkit;

import static org.awaitility.Awaitility.await;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.StatusException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.BlockingClientCall;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.stoppayment.proto.freeze.v1.AttentionServiceGrpc;
import org.stoppayment.proto.freeze.v1.WatchAttentionRequest;
import org.stoppayment.proto.freeze.v1.WatchAttentionResponse;

/** A stream of what needs attention. Nothing is taken from it before somebody reads. */
public final class AttentionStream implements AutoCloseable {

    private static final int SECONDS = 20;
    private static final int SMALLEST_WINDOW = 65_535;

    private final ManagedChannel channel;
    private final BlockingClientCall<?, WatchAttentionResponse> call;

    /** Watches by way of a port of this host. */
    public AttentionStream(int port, WatchAttentionRequest request) {
        channel = NettyChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .flowControlWindow(SMALLEST_WINDOW)
                .build();
        // A call on a channel that is not connected would be made only when somebody reads.
        await().atMost(SECONDS, TimeUnit.SECONDS)
                .pollInterval(5, TimeUnit.MILLISECONDS)
                .until(() -> channel.getState(true) == ConnectivityState.READY);
        call = AttentionServiceGrpc.newBlockingV2Stub(channel).watchAttention(request);
    }

    /** The next message; fails with the stream's status, and when there is none in time. */
    public WatchAttentionResponse next() throws StatusException {
        try {
            WatchAttentionResponse next = call.read(SECONDS, TimeUnit.SECONDS);
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
