package org.stoppayment.freeze.orders.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.rules.domain.DoubtRules;
import org.stoppayment.freeze.shared.domain.Jitter;

/**
 * When an order is due next. The times are kept in the rows only.
 *
 * @param lease how long a sending process may be silent before it counts as dead
 * @param feedbackPatience how long after a 202 the feedback may take before we inquire
 * @param firstResend longest wait before the first retry of an order that could not be sent; doubles with each retry
 * @param slowestResend longest wait before any retry
 * @param jitter of retries and inquiries
 */
public record OrderDueTimes(
        Duration lease, Duration feedbackPatience, Duration firstResend, Duration slowestResend, Jitter jitter) {

    /** When {@code order} is due next; empty when never. The rules are those that it was made under. */
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
                Stop stop = order.state().stop().orElseThrow();
                yield stop.awaitsFreeze()
                        ? bookingsDue(order, rules, now)
                        : bookingsDue(order, rules, now)
                                .filter(stop.expiresAt()::isAfter)
                                .or(() -> Optional.of(stop.expiresAt()));
            }
            case FROZEN, LAPSED, LIFTED -> order.lacksBookings() ? Optional.empty() : bookingsDue(order, rules, now);
            case DECLINED, HELD_BY_OTHER -> Optional.empty();
        };
    }

    /**
     * When the next inquiry for announced bookings, or for what could not be read, is due: the intervals grow as they do in doubt; one inquiry is due when the budget
     * is spent, and slow ones go on after that. There is none for an order that never went to an institution.
     */
    private Optional<Instant> bookingsDue(StopOrder order, DoubtRules rules, Instant now) {
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
