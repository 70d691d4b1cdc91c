package org.stoppayment.freeze.orders.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Bookings of a stopped account that its institution announced: the feedback that stopped the account had {@code complete: false}.
 * Once the institution has said that they are complete, older feedback that arrives later does not change that.
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

    /** When {@code budget} is spent and people are alerted; empty when none are awaited. */
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
