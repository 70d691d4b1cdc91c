package org.stoppayment.cli.client;

import com.google.protobuf.util.Durations;
import java.time.Duration;
import java.util.function.Supplier;
import org.stoppayment.proto.freeze.v1.CaseWatchServiceGrpc.CaseWatchServiceBlockingV2Stub;
import org.stoppayment.proto.freeze.v1.WatchCaseRequest;
import org.stoppayment.proto.freeze.v1.WatchCaseResponse;
import org.stoppayment.proto.freeze.v1.WatchEndReason;

/**
 * Watches a case over a stream. Reconnects a lost stream with the resume token, with a backoff from 0.2 s to 5 s; gives up
 * after a minute without a message.
 */
public final class CaseWatch {

    /** Receives the messages. */
    public interface Viewer {

        /** Called for each message. */
        void received(WatchCaseResponse message);

        /** The stream is lost: what was shown may be outdated until {@link #reconnected}. Called once per loss. */
        void disconnected(String reason);

        /** The stream is back; the next message follows. */
        void reconnected();
    }

    private final Supplier<CaseWatchServiceBlockingV2Stub> service;
    private final Viewer viewer;
    private String token = "";
    private boolean settled;

    public CaseWatch(Supplier<CaseWatchServiceBlockingV2Stub> service, Viewer viewer) {
        this.service = service;
        this.viewer = viewer;
    }

    /**
     * Watches the case; returns once it is settled.
     *
     * @throws io.grpc.StatusRuntimeException when the service refuses, or does not come back in time
     */
    public void follow(String caseId, boolean untilSettled) {
        new ReconnectingStream<>(
                        () -> service.get()
                                .watchCase(WatchCaseRequest.newBuilder()
                                        .setCaseId(caseId)
                                        .setResumeToken(token)
                                        .setUntilSettled(untilSettled)
                                        .build()),
                        new Reader())
                .follow();
    }

    private final class Reader implements ReconnectingStream.Reader<WatchCaseResponse> {

        @Override
        public void received(WatchCaseResponse message) {
            token = message.getResumeToken();
            settled = message.getEnd().getReason() == WatchEndReason.WATCH_END_REASON_SETTLED;
            viewer.received(message);
        }

        @Override
        public Duration nextWithin(WatchCaseResponse message) {
            return Duration.ofMillis(Durations.toMillis(message.getNextWithin()));
        }

        @Override
        public boolean isEnd(WatchCaseResponse message) {
            return message.hasEnd();
        }

        @Override
        public boolean isOver() {
            return settled;
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
