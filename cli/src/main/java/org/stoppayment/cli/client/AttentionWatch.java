package org.stoppayment.cli.client;

import com.google.protobuf.util.Durations;
import java.time.Duration;
import java.util.function.Supplier;
import org.stoppayment.proto.freeze.v1.AttentionServiceGrpc.AttentionServiceBlockingV2Stub;
import org.stoppayment.proto.freeze.v1.WatchAttentionRequest;
import org.stoppayment.proto.freeze.v1.WatchAttentionResponse;

/** Watches what needs attention over a stream. A lost stream is opened anew and begins with all items again. */
public final class AttentionWatch {

    /** Receives the messages. */
    public interface Viewer {

        /** Called for each message. */
        void received(WatchAttentionResponse message);

        /** The stream is lost: what was shown may be outdated until {@link #reconnected}. Called once per loss. */
        void disconnected(String reason);

        /** The stream is back; a snapshot follows. */
        void reconnected();
    }

    private final Supplier<AttentionServiceBlockingV2Stub> service;
    private final Viewer viewer;

    public AttentionWatch(Supplier<AttentionServiceBlockingV2Stub> service, Viewer viewer) {
        this.service = service;
        this.viewer = viewer;
    }

    /**
     * Watches until the process ends.
     *
     * @throws io.grpc.StatusRuntimeException when the service refuses, or does not come back in time
     */
    public void follow(WatchAttentionRequest request) {
        new ReconnectingStream<>(() -> service.get().watchAttention(request), new Reader()).follow();
    }

    private final class Reader implements ReconnectingStream.Reader<WatchAttentionResponse> {

        @Override
        public void received(WatchAttentionResponse message) {
            viewer.received(message);
        }

        @Override
        public Duration nextWithin(WatchAttentionResponse message) {
            return Duration.ofMillis(Durations.toMillis(message.getNextWithin()));
        }

        @Override
        public boolean isEnd(WatchAttentionResponse message) {
            return message.hasEnd();
        }

        @Override
        public boolean isOver() {
            return false;
        }

        @Override
        public void disconnected(String reason) {
            viewer.disconnected(reason);
        }

        @Override
        public void reconnected() {
            viewer.reconnected();
        }
    }
}
