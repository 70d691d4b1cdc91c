package org.stoppayment.cli.client;

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
 * Watches a case by a stream. A stream that is lost is opened anew, with the token, after a pause that grows from 0.2 s to 5 s;
 * after a minute without a message that is given up.
 */
public final class CaseWatch {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration TO_GIVE_UP = Duration.ofMinutes(1);
    private static final Duration FIRST_MESSAGE = Duration.ofSeconds(10);

    /** Who is told. */
    public interface Viewer {

        /** The next message. */
        void take(WatchCaseResponse message);

        /** The stream is lost; what was shown may be old until it is {@link #back}. Said once. */
        void lost(String why);

        /** The stream that was lost is back; the next message follows. */
        void back();
    }

    private final Supplier<CaseWatchServiceBlockingV2Stub> service;
    private final Viewer viewer;
    private String token = "";
    private boolean settled;
    private boolean lost;
    private Duration pause = FIRST_PAUSE;
    private long lastHeard = System.nanoTime();

    public CaseWatch(Supplier<CaseWatchServiceBlockingV2Stub> service, Viewer viewer) {
        this.service = service;
        this.viewer = viewer;
    }

    /**
     * Watches until the case is settled, or for ever.
     *
     * @throws io.grpc.StatusRuntimeException when the service refuses, or stays away
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
                    throw Status.UNAVAILABLE.withDescription("it broke off").asException();
                }
            } catch (StatusException e) {
                pauseOrGiveUp(e.getStatus(), e);
            } catch (TimeoutException e) {
                pauseOrGiveUp(Status.UNAVAILABLE.withDescription("nothing was heard of it for too long"), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw CliException.failed("interrupted");
            }
        }
    }

    /** Reads a stream; true when it ended in good order. */
    private boolean read(BlockingClientCall<?, WatchCaseResponse> stream)
            throws StatusException, TimeoutException, InterruptedException {
        try {
            boolean ended = false;
            @Nullable WatchCaseResponse message = stream.read(FIRST_MESSAGE.toMillis(), TimeUnit.MILLISECONDS);
            while (message != null) {
                take(message);
                ended = message.hasEnd();
                message = stream.read(millis(message.getNextWithin()), TimeUnit.MILLISECONDS);
            }
            return ended;
        } finally {
            stream.cancel("read", null);
        }
    }

    private static long millis(com.google.protobuf.Duration duration) {
        return Duration.ofSeconds(duration.getSeconds(), duration.getNanos()).toMillis();
    }

    private void take(WatchCaseResponse message) {
        token = message.getResumeToken();
        settled = message.getEnd().getReason() == WatchEndReason.WATCH_END_REASON_SETTLED;
        pause = FIRST_PAUSE;
        lastHeard = System.nanoTime();
        if (lost) {
            lost = false;
            viewer.back();
        }
        viewer.take(message);
    }

    private void pauseOrGiveUp(Status status, Exception cause) {
        boolean patient = System.nanoTime() - lastHeard < TO_GIVE_UP.toNanos();
        if (!patient || !mayPass(status.getCode())) {
            throw status.withCause(cause).asRuntimeException(Status.trailersFromThrowable(cause));
        }
        if (!lost) {
            lost = true;
            viewer.lost(status.getCode() + ": " + Failure.reason(status));
        }
        Polling.pause(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    /** Intake knows the case, so one that freeze does not know is on its way. */
    private static boolean mayPass(Status.Code code) {
        return switch (code) {
            case UNAVAILABLE, CANCELLED, NOT_FOUND -> true;
            default -> false;
        };
    }
}
