package org.stoppayment.cli.client;

import com.google.protobuf.util.Durations;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Failure;
import org.stoppayment.cli.waiting.Polling;

/**
 * Reads a stream whose messages say when the next one is due. Reopens a lost stream, with a backoff from 0.2 s to 5 s; gives up after a
 * minute without a message.
 *
 * @param <M> the messages
 */
final class ReconnectingStream<M> {

    private static final Duration INITIAL_BACKOFF = Duration.ofMillis(200);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(5);
    private static final Duration RECONNECT_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration FIRST_MESSAGE_TIMEOUT = Duration.ofSeconds(10);

    private final Function<Optional<M>, BlockingClientCall<?, M>> open;
    private final Function<M, com.google.protobuf.Duration> nextWithin;
    private final Predicate<M> isEnd;
    private final StreamViewer<M> viewer;
    private Optional<M> last = Optional.empty();
    private boolean disconnected;
    private Duration backoff = INITIAL_BACKOFF;
    private long lastMessageNanos = System.nanoTime();

    /**
     * @param open opens a stream; gets the last message of the one before, if there was any
     * @param nextWithin time within which the message after this one comes
     * @param isEnd true when a stream ends after this message in good order
     */
    ReconnectingStream(
            Function<Optional<M>, BlockingClientCall<?, M>> open,
            Function<M, com.google.protobuf.Duration> nextWithin,
            Predicate<M> isEnd,
            StreamViewer<M> viewer) {
        this.open = open;
        this.nextWithin = nextWithin;
        this.isEnd = isEnd;
        this.viewer = viewer;
    }

    /**
     * Reads until a message after which no stream is wanted any more.
     *
     * @throws io.grpc.StatusRuntimeException when the service refuses, or does not come back in time
     */
    void follow(Predicate<M> isLast) {
        while (!last.map(isLast::test).orElse(false)) {
            try {
                if (!read(open.apply(last))) {
                    throw Status.UNAVAILABLE
                            .withCause(new IOException("the stream ended early"))
                            .asException();
                }
            } catch (StatusException e) {
                backOffOrThrow(e.getStatus(), e);
            } catch (TimeoutException e) {
                backOffOrThrow(Status.UNAVAILABLE.withCause(e), e);
            } catch (InterruptedException e) {
                throw CliException.interrupted();
            }
        }
    }

    /** Reads a stream to its end; true when the last message marked the end. */
    private boolean read(BlockingClientCall<?, M> stream)
            throws StatusException, TimeoutException, InterruptedException {
        try {
            boolean ended = false;
            @Nullable M message = stream.read(FIRST_MESSAGE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            while (message != null) {
                take(message);
                ended = isEnd.test(message);
                message = stream.read(Durations.toMillis(nextWithin.apply(message)), TimeUnit.MILLISECONDS);
            }
            return ended;
        } finally {
            stream.cancel("read", null);
        }
    }

    private void take(M message) {
        backoff = INITIAL_BACKOFF;
        lastMessageNanos = System.nanoTime();
        last = Optional.of(message);
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
            viewer.disconnected(texts -> status.getCode() + ": " + Failure.reason(status, texts));
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
