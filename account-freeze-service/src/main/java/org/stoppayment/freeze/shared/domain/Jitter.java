package org.stoppayment.freeze.shared.domain;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential backoff with full jitter: what failed together is not retried together.
 *
 * @param random source of the jitter
 */
public record Jitter(RandomGenerator random) {

    private static final int MAX_DOUBLINGS = 20;

    /** A positive duration of at most {@code first} doubled {@code times} times, and at most {@code slowest}. */
    public Duration backoff(Duration first, Duration slowest, int times) {
        long longest = Math.min(slowest.toMillis(), first.toMillis() << Math.min(times, MAX_DOUBLINGS));
        return Duration.ofMillis(1 + random.nextLong(Math.max(1, longest)));
    }
}
