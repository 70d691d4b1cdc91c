package org.stoppayment.cli.client;

import com.google.protobuf.util.Durations;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Failure;
import org.stoppayment.cli.waiting.Polling;
import org.stoppayment.proto.freeze.v1.CaseWatchServiceGrpc.CaseWatchServiceBlockingV2Stub;
import org.stoppayment.proto.freeze.v1.WatchCaseRequest;
import org.stoppayment.proto.freeze.v1.WatchCaseResponse;
import org.stoppayment.proto.freeze.v1.WatchEndReason;

/**
 * Watches a case over a stream. Reconnects a lost stream with the resume token, with a backoff from 0.2 s to 5 s; gives up
 * after a minute without a message.
 */
public final class CaseWatch {

    private static final Duration INITIAL_BACKOFF = Duration.ofMillis(200);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(5);
    private static final Duration RECONNECT_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration FIRST_MESSAGE_TIMEOUT = Duration.ofSeconds(10);

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
    private boolean disconnected;
    private Duration backoff = INITIAL_BACKOFF;
    private long lastMessageNanos = System.nanoTime();

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
        while (!settled) {
            WatchCaseRequest request = WatchCaseRequest.newBuilder()
                    .setCaseId(caseId)
                    .setResumeToken(token)
                    .setUntilSettled(untilSettled)
                    .build();
            try {
                if (!read(service.get().watchCase(request))) {
                    throw Status.UNAVAILABLE
                            .withDescription("the stream ended early")
                            .asException();
                }
            } catch (StatusException e) {
                backOffOrThrow(e.getStatus(), e);
            } catch (TimeoutException e) {
                backOffOrThrow(Status.UNAVAILABLE.withDescription("no message in time"), e);
            } catch (InterruptedException e) {
                throw CliException.interrupted();
            }
        }
    }

    /** Reads a stream to its end; true when the last message marked the end. */
    private boolean read(BlockingClientCall<?, WatchCaseResponse> stream)
            throws StatusException, TimeoutException, InterruptedException {
        try {
            boolean ended = false;
            @Nullable WatchCaseResponse message = stream.read(FIRST_MESSAGE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            while (message != null) {
                take(message);
                ended = message.hasEnd();
                message = stream.read(Durations.toMillis(message.getNextWithin()), TimeUnit.MILLISECONDS);
            }
            return ended;
        } finally {
            stream.cancel("read", null);
        }
    }

    private void take(WatchCaseResponse message) {
        token = message.getResumeToken();
        settled = message.getEnd().getReason() == WatchEndReason.WATCH_END_REASON_SETTLED;
        backoff = INITIAL_BACKOFF;
        lastMessageNanos = System.nanoTime();
        if (disconnected) {
            disconnected = false;
            viewer.reconnected();
        }
        viewer.received(message);
    }

    private void backOffOrThrow(Status status, Exception cause) {
        boolean timedOut = System.nanoTime() - lastMessageNanos >= RECONNECT_TIMEOUT.toNanos();
        if (timedOut || !isTransient(status.getCode())) {
            throw status.withCause(cause).asRuntimeException(Status.trailersFromThrowable(cause));
        }
        if (!disconnected) {
            disconnected = true;
            viewer.disconnected(status.getCode() + ": " + Failure.reason(status));
        }
        Polling.pause(backoff);
        Duration doubled = backoff.multipliedBy(2);
        backoff = doubled.compareTo(MAX_BACKOFF) < 0 ? doubled : MAX_BACKOFF;
    }

    /** NOT_FOUND too: intake knows the case, so freeze will know it soon. */
    private static boolean isTransient(Status.Code code) {
        return switch (code) {
            case UNAVAILABLE, CANCELLED, NOT_FOUND -> true;
            default -> false;
        };
    }
}
