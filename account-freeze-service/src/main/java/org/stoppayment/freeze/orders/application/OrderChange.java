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
 * A change of an order, all of it durable in one commit.
 *
 * @param before its state so far
 * @param after the order as it will be, with the version that was read
 * @param at when
 * @param cause for the timeline; empty when the state stays and nothing is to be told
 * @param dueAt when it must be looked at again
 * @param warnAt when people are told next that the stop ends; counts when the change begins a term
 * @param books the placing case's books on the account, when they change with it
 * @param outflows that the institution told of
 * @param inflows that the institution told of
 * @param event for the books
 */
public record OrderChange(
        Phase before,
        StopOrder after,
        Instant at,
        Optional<String> cause,
        Optional<Instant> dueAt,
        Optional<Instant> warnAt,
        Optional<ClaimBooks> books,
        List<Outflow> outflows,
        List<Inflow> inflows,
        Optional<OutboxEvent> event) {

    /** True when the institution told of bookings: they may say something new about claims on the account. */
    public boolean tellsOfBookings() {
        return !outflows.isEmpty() || !inflows.isEmpty();
    }

    /** True when claims that this change does not book itself must be booked anew. */
    public boolean touchesOtherClaims() {
        return before != after.phase()
                && (after.phase().isHolding() || !after.phase().isLive());
    }
}
