package org.stoppayment.freeze.orders.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.ReportedBookings.Inflow;
import org.stoppayment.freeze.orders.domain.ReportedBookings.Outflow;
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
 * @param outflows that the institution reported
 * @param inflows that the institution reported
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
        List<Outflow> outflows,
        List<Inflow> inflows,
        Optional<OutboxEvent> event) {

    /** True when the institution reported bookings: they may say something new about claims on the account. */
    public boolean hasBookings() {
        return !outflows.isEmpty() || !inflows.isEmpty();
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
