package org.stoppayment.freeze.testkit;

import static org.awaitility.Awaitility.await;

import io.grpc.Channel;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.testing.TestCertificates;
import org.stoppayment.proto.freeze.v1.AttentionServiceGrpc;
import org.stoppayment.proto.freeze.v1.CaseWatchServiceGrpc;
import org.stoppayment.proto.freeze.v1.WatchAttentionRequest;
import org.stoppayment.proto.freeze.v1.WatchAttentionResponse;
import org.stoppayment.proto.freeze.v1.WatchCaseRequest;
import org.stoppayment.proto.freeze.v1.WatchCaseResponse;

/**
 * A stream of what is watched. Nothing is taken from it before somebody reads.
 *
 * @param <M> the messages of the stream
 */
public final class WatchStream<M> implements AutoCloseable {

    private static final int SECONDS = 20;
    private static final int SMALLEST_WINDOW = 65_535;

    private final ManagedChannel channel;
    private final BlockingClientCall<?, M> call;

    /** Watches a case by way of a port of this host. */
    public static WatchStream<WatchCaseResponse> of(int port, WatchCaseRequest.Builder request) {
        return new WatchStream<>(
                port, channel -> CaseWatchServiceGrpc.newBlockingV2Stub(channel).watchCase(request.build()));
    }

    /** Watches what needs attention by way of a port of this host. */
    public static WatchStream<WatchAttentionResponse> of(int port, WatchAttentionRequest request) {
        return new WatchStream<>(
                port, channel -> AttentionServiceGrpc.newBlockingV2Stub(channel).watchAttention(request));
    }

    private WatchStream(int port, Function<Channel, BlockingClientCall<?, M>> open) {
        channel = TestCertificates.channel(TestCertificates.COMMAND, ServiceNames.ACCOUNT_FREEZE, port)
                .flowControlWindow(SMALLEST_WINDOW)
                .build();
        // A call on a channel that is not connected would be made only when somebody reads.
        await().atMost(SECONDS, TimeUnit.SECONDS)
                .pollInterval(5, TimeUnit.MILLISECONDS)
                .until(() -> channel.getState(true) == ConnectivityState.READY);
        call = open.apply(channel);
    }

    /** The next message; fails with the stream's status, and when there is none in time. */
    public M next() throws StatusException {
        try {
            M next = call.read(SECONDS, TimeUnit.SECONDS);
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
