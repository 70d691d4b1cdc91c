package org.stoppayment.freeze.orders.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the institution of a stopped account owes: bookings that it announced, the feedback that stopped the account had
 * {@code complete: false}; or what of that feedback is missing or cannot be read. Once the institution has told all, older feedback
 * that arrives later does not change that.
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

    /** Also what a later feedback tells so that it cannot be read is asked after. */
    AwaitedBookings after(Feedback reported, Instant at) {
        return isAny() || reported.bookings().unreadable().isEmpty() ? this : new AwaitedBookings(Optional.of(at), 0);
    }

    AwaitedBookings inquired() {
        return new AwaitedBookings(since, inquiries + 1);
    }
}
