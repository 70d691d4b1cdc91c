package org.stoppayment.freeze.orders.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.rules.domain.DoubtRules;
import org.stoppayment.freeze.shared.domain.Jitter;

/**
 * When an order must be looked at again. The times live in the rows; nothing else remembers them.
 *
 * @param lease how long a process that sends may be silent before it counts as dead
 * @param feedbackPatience how long after a 202 the feedback may take before we inquire
 * @param firstResend what could not be sent is tried again within this time, then within twice the time before
 * @param slowestResend but never later than this
 * @param jitter of what is tried again
 */
public record OrderDueTimes(
        Duration lease, Duration feedbackPatience, Duration firstResend, Duration slowestResend, Jitter jitter) {

    /** When {@code order} must be looked at again; empty when never. The rules are those that it was made under. */
    public Optional<Instant> next(StopOrder order, DoubtRules rules, Instant now) {
        return switch (order.phase()) {
            case QUEUED ->
                Optional.of(now.plus(
                        order.progress().unsent() == 0
                                ? Duration.ZERO
                                : jitter.backoff(
                                        firstResend,
                                        slowestResend,
                                        order.progress().unsent() - 1)));
            case SENDING -> Optional.of(now.plus(lease));
            case ACCEPTED -> Optional.of(now.plus(feedbackPatience));
            case IN_DOUBT ->
                Optional.of(now.plus(jitter.backoff(
                        rules.firstInquiry(),
                        rules.slowestInquiry(),
                        order.progress().inquiries())));
            case MANUAL ->
                order.progress().attempts() > 0 ? Optional.of(now.plus(rules.slowestInquiry())) : Optional.empty();
            case IN_EFFECT -> {
                Instant end = order.state().stop().orElseThrow().expiresAt();
                yield forBookings(order, rules, now).filter(end::isAfter).or(() -> Optional.of(end));
            }
            case FROZEN, LAPSED, LIFTED -> order.lacksBookings() ? Optional.empty() : forBookings(order, rules, now);
            case DECLINED, HELD_BY_OTHER -> Optional.empty();
        };
    }

    /**
     * When bookings that are to come must be looked after: inquiries become slower, as doubt's do; there is one when the
     * budget is spent, and they go on slowly after that. What never went to an institution is not inquired after.
     */
    private Optional<Instant> forBookings(StopOrder order, DoubtRules rules, Instant now) {
        boolean inquires = order.progress().attempts() > 0;
        return order.awaited().overdueAt(rules.budget()).flatMap(overdueAt -> {
            if (order.lacksBookings()) {
                return Optional.of(now.plus(jitter.backoff(rules.bookingsInquiry(), rules.bookingsInquiry(), 0)))
                        .filter(next -> inquires);
            }
            Instant next = now.plus(jitter.backoff(
                    rules.firstInquiry(),
                    rules.slowestInquiry(),
                    order.awaited().inquiries()));
            return Optional.of(inquires && next.isBefore(overdueAt) ? next : overdueAt);
        });
    }
}
