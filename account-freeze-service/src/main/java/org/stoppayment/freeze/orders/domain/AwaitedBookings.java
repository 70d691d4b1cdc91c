package org.stoppayment.freeze.orders.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Bookings of a stopped account that its institution said are to come: its word that stopped the account was
 * {@code complete: false}. Once it has said that they are complete, they stay so, whatever older word arrives later.
 *
 * @param since when it said so; empty when none are awaited
 * @param inquiries number of inquiries since
 */
public record AwaitedBookings(Optional<Instant> since, int inquiries) {

    /** None are awaited. */
    public static final AwaitedBookings NONE = new AwaitedBookings(Optional.empty(), 0);

    /** True when some are awaited. */
    public boolean isAny() {
        return since.isPresent();
    }

    /** When people are told of an institution that takes longer than {@code budget}; empty when none are awaited. */
    public Optional<Instant> overdueAt(Duration budget) {
        return since.map(at -> at.plus(budget));
    }

    AwaitedBookings after(StopOrderEvent event, Instant at) {
        return event instanceof StopOrderEvent.Confirmed confirmed && !confirmed.complete()
                ? new AwaitedBookings(Optional.of(at), 0)
                : this;
    }

    AwaitedBookings inquired() {
        return new AwaitedBookings(since, inquiries + 1);
    }
}
