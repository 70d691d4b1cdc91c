package org.stoppayment.freeze.orders.application;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.orders.domain.BookingsUpdate;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.kit.outbox.OutboxEvent;

/**
 * A change of an order, durable in one commit.
 *
 * @param before its state before the change
 * @param balanceTold true when the balance of its stop, which was unknown, has become known
 * @param after the changed order, with the version that was read
 * @param at when
 * @param cause for the timeline; empty when the state stays and the timeline gets no entry
 * @param dueAt when it is due next
 * @param warnAt the first warning that the stop ends; counts when the change begins a term
 * @param books the placing case's books on the account, when they change with it
 * @param bookings that the institution reported
 * @param event for the books
 */
public record OrderChange(
        Phase before,
        boolean balanceTold,
        StopOrder after,
        Instant at,
        Optional<String> cause,
        Optional<Instant> dueAt,
        Optional<Instant> warnAt,
        Optional<ClaimBooks> books,
        BookingsUpdate bookings,
        Optional<OutboxEvent> event) {

    /** True when the institution reported bookings: they may say something new about claims on the account. */
    public boolean hasBookings() {
        return !bookings.reported().isEmpty();
    }

    /** True when outflows that it tells of are pending: the order awaits a complete answer. */
    public boolean tellsPending() {
        return bookings.extent() == BookingsUpdate.Extent.PARTIAL
                && after.awaited().isAny();
    }

    /** True when claims that this change does not book must be booked again. */
    public boolean touchesOtherClaims() {
        return balanceTold
                || before != after.phase()
                        && (after.phase().isHolding() || !after.phase().isLive());
    }

    /** True when it may have told the last of what the institution announced: money that nobody has located by then is looked at. */
    public boolean mayEndWaitingForBookings() {
        return before == after.phase() && before.isHolding() && !after.awaitsBookings();
    }
}
