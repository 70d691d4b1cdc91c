package org.stoppayment.freeze.shared.domain;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential backoff with full jitter: what failed together is not tried again together.
 *
 * @param random where the jitter comes from
 */
public record Jitter(RandomGenerator random) {

    private static final int MAX_DOUBLINGS = 20;

    /** More than nothing, and up to {@code first} doubled {@code times} times, but never more than {@code slowest}. */
    public Duration backoff(Duration first, Duration slowest, int times) {
        long longest = Math.min(slowest.toMillis(), first.toMillis() << Math.min(times, MAX_DOUBLINGS));
        return Duration.ofMillis(1 + random.nextLong(Math.max(1, longest)));
    }
}
