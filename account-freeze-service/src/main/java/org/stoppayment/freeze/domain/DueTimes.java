package org.stoppayment.freeze.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When an order must be looked at again. The times live in the rows; nothing else remembers them.
 *
 * @param lease how long a process that sends may be silent before it counts as dead
 * @param feedbackPatience how long after a 202 the feedback may take before we inquire
 * @param firstInquiry the first inquiry comes within this time, the next ones within twice the time before
 * @param slowestInquiry but never later than this
 * @param firstResend what could not be sent is tried again within this time, then within twice the time before
 * @param slowestResend but never later than this
 * @param random full jitter: what failed together is not tried again together
 */
public record DueTimes(
        Duration lease,
        Duration feedbackPatience,
        Duration firstInquiry,
        Duration slowestInquiry,
        Duration firstResend,
        Duration slowestResend,
        RandomGenerator random) {

    private static final int MOST_DOUBLINGS = 20;

    /** When {@code order} must be looked at again; empty when never. */
    public Optional<Instant> next(StopOrder order, Instant now) {
        return switch (order.phase()) {
            case QUEUED ->
                Optional.of(now.plus(
                        order.progress().unsent() == 0
                                ? Duration.ZERO
                                : jitter(
                                        firstResend,
                                        slowestResend,
                                        order.progress().unsent() - 1)));
            case SENDING -> Optional.of(now.plus(lease));
            case ACCEPTED -> Optional.of(now.plus(feedbackPatience));
            case IN_DOUBT ->
                Optional.of(now.plus(
                        jitter(firstInquiry, slowestInquiry, order.progress().inquiries())));
            case MANUAL -> order.progress().attempts() > 0 ? Optional.of(now.plus(slowestInquiry)) : Optional.empty();
            case IN_EFFECT -> order.state().stop().map(Stop::expiresAt);
            case FROZEN, LAPSED, LIFTED, DECLINED, HELD_BY_OTHER -> Optional.empty();
        };
    }

    /** Up to {@code first} doubled {@code times} times, at most {@code slowest}. */
    private Duration jitter(Duration first, Duration slowest, int times) {
        long whole = Math.min(slowest.toMillis(), first.toMillis() << Math.min(times, MOST_DOUBLINGS));
        return Duration.ofMillis(1 + random.nextLong(Math.max(1, whole)));
    }
}
