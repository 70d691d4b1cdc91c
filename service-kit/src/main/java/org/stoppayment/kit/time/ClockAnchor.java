package org.stoppayment.kit.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.stoppayment.kernel.ServiceException;

/**
 * Anchors our clock to the clock of another process, by samples of it. The other's time is taken as the time at which the answer
 * arrived, so our clock is late by at most the round trip and never ahead: nothing may end early. (Between two samples the clocks
 * drift apart by some milliseconds at most.) A host's clock that is wrong is logged once.
 */
public final class ClockAnchor {

    /** A slower sample would make our clock too late. */
    public static final Duration MAX_ROUND_TRIP = Duration.ofMillis(500);

    /** Without a good sample for longer, sampling fails. */
    public static final Duration MAX_AGE = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(ClockAnchor.class);
    private static final Duration WARNING_THRESHOLD = Duration.ofSeconds(2);

    private final CorrectedTime time;
    private final String other;
    private final AtomicBoolean off = new AtomicBoolean();

    /** Anchors {@code time}; {@code other} names the other clock in messages, as in {@code the database's} clock. */
    public ClockAnchor(CorrectedTime time, String other) {
        this.time = time;
        this.other = other;
    }

    /**
     * Applies a sample. A slow one is better than the host's clock, which may be ahead, but worse than an existing anchor.
     *
     * @param at the time of the other clock
     * @param asked {@link CorrectedTime#nanoTime} before it was asked
     * @param answered the same after it had answered
     * @throws ServiceException.Unavailable when all samples have been too slow for longer than {@link #MAX_AGE}
     */
    public void apply(Instant at, long asked, long answered) {
        Duration roundTrip = Duration.ofNanos(answered - asked);
        Optional<Duration> age = time.sinceAnchored();
        if (roundTrip.compareTo(MAX_ROUND_TRIP) <= 0) {
            time.anchor(at, answered);
            warnOnce(time.offset());
        } else if (age.isEmpty()) {
            time.anchor(at, answered);
        } else if (age.get().compareTo(MAX_AGE) > 0) {
            throw new ServiceException.Unavailable(
                    "round trip to " + other + " clock: " + roundTrip + " (expected: at most " + MAX_ROUND_TRIP
                            + "); the last good sample is " + age.get() + " old",
                    new TimeoutException());
        }
    }

    private void warnOnce(Duration offset) {
        boolean isOff = offset.abs().compareTo(WARNING_THRESHOLD) > 0;
        boolean wasOff = off.getAndSet(isOff);
        if (isOff && !wasOff) {
            LOG.warnf(
                    "This host's clock is %s off %s; the service corrects it, but set the host's clock right",
                    offset, other);
        }
    }
}
