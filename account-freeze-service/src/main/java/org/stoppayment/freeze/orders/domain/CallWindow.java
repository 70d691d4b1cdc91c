package org.stoppayment.freeze.orders.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many resends and inquiries one process may have in flight to one institution. The window grows with every answer and halves when
 * there are more calls than the institution takes. While no call reaches the institution it is paused: one call is tried now and then.
 *
 * @param size maximum in flight, while the institution is not paused
 * @param nextProbeAt while it is paused, when the next call may be tried
 */
public record CallWindow(int size, Optional<Instant> nextProbeAt) {

    /** Of an institution that nothing is known of. */
    public static final CallWindow INITIAL = new CallWindow(32, Optional.empty());

    /** Fewer than the gateway can send while the first of them may be queued there, at the usual limits. */
    private static final int MAX_SIZE = 200;

    private static final Duration PROBE_INTERVAL = Duration.ofMillis(500);

    /** After an answer of the institution: it is not paused. */
    public CallWindow answered() {
        return new CallWindow(Math.min(MAX_SIZE, size + 1), Optional.empty());
    }

    /** After a call that was not sent because there are too many. */
    public CallWindow congested() {
        return new CallWindow(Math.max(1, size / 2), nextProbeAt);
    }

    /** After a call that was not sent because none reaches the institution: it is paused. */
    public CallWindow refused(Instant now) {
        return new CallWindow(
                INITIAL.size, nextProbeAt.filter(now::isBefore).or(() -> Optional.of(now.plus(PROBE_INTERVAL))));
    }

    /** It is no longer paused; how many calls it takes is not known again. */
    public CallWindow resumed() {
        return INITIAL;
    }

    /** True while no call reaches the institution. */
    public boolean isPaused() {
        return nextProbeAt.isPresent();
    }

    /** How many more calls may be in flight. */
    public int capacity(int inFlight, Instant now) {
        int most = nextProbeAt.map(probeAt -> now.isBefore(probeAt) ? 0 : 1).orElse(size);
        return Math.max(0, most - inFlight);
    }
}
