package org.stoppayment.kit.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One watch of one client. A subclass remembers what was shown, and nothing more: a slow client gets the present state, or what has
 * changed since, once it has read what it was sent.
 *
 * @param <F> what a look finds
 */
public abstract class Watch<F> {

    private final StreamClient client;
    private final WatchLimits limits;
    private final Instant openedAt;
    private @Nullable Instant lastSentAt;

    protected Watch(StreamClient client, WatchLimits limits, Instant openedAt) {
        this.client = client;
        this.limits = limits;
        this.openedAt = openedAt;
    }

    /** Sends the client what a look at {@code asOf} found; false when the watch is over. */
    public abstract boolean tell(F found, Instant asOf);

    /** Notes that a message was sent. */
    protected final void sent(Instant at) {
        lastSentAt = at;
    }

    /** True when nothing was sent yet. */
    protected final boolean isNew() {
        return lastSentAt == null;
    }

    /** True when the client is sent a heartbeat if there is nothing else. */
    protected final boolean isHeartbeatDue(Instant now) {
        return lastSentAt == null || isOver(lastSentAt, limits.heartbeat(), now);
    }

    /** True when the stream has reached its maximum age. */
    protected final boolean isTooOld(Instant now) {
        return isOpenFor(limits.longest(), now);
    }

    /** True when the watch began at least {@code time} ago. */
    protected final boolean isOpenFor(Duration time, Instant now) {
        return isOver(openedAt, time, now);
    }

    private static boolean isOver(Instant since, Duration time, Instant now) {
        return !now.isBefore(since.plus(time));
    }

    final boolean isAbandoned() {
        return client.hasLeft();
    }

    final void fail(Throwable why) {
        client.failed(why);
    }
}
