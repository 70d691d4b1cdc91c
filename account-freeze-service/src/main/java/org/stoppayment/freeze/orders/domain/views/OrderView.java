package org.stoppayment.freeze.orders.domain.views;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.books.domain.ClaimEnd;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.Stop;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.corrections.CorrectionProposal;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * An order as one case sees it.
 *
 * @param order the order
 * @param level fewest transfers from a victim of the case
 * @param joined true when another case placed it
 * @param tainted sum of the case's transfers into the account
 * @param taintedHeld the part of it that is booked as held by the stop
 * @param taintedFrozen the part of it that is booked as held by a freeze of the case
 * @param timeline what happened to it, oldest first
 * @param amendments messages to the institution about its stop, oldest first
 * @param claimEnd how the case's claim on the account ended; empty when it has not
 * @param proposals how its transfers might read, when it is declined; the likeliest first
 */
public record OrderView(
        StopOrder order,
        int level,
        boolean joined,
        Money tainted,
        Money taintedHeld,
        Money taintedFrozen,
        List<Step> timeline,
        List<Amendment> amendments,
        Optional<ClaimEnd> claimEnd,
        List<CorrectionProposal> proposals) {

    /** The same with proposals of corrections. */
    public OrderView proposing(List<CorrectionProposal> corrections) {
        return new OrderView(
                order,
                level,
                joined,
                tainted,
                taintedHeld,
                taintedFrozen,
                timeline,
                amendments,
                claimEnd,
                List.copyOf(corrections));
    }

    /**
     * One step of an order.
     *
     * @param state entered
     * @param at when
     * @param cause why
     * @param decision that it comes from; empty when nobody decided it
     */
    public record Step(Phase state, Instant at, String cause, Optional<Decision> decision) {}

    /**
     * A message to the institution about a stop.
     *
     * @param id of the message
     * @param kind its stable name: {@code LIFT}, {@code EXTENSION} or {@code WRITTEN_ORDER}
     * @param state stable name of where it stands
     * @param at when it was asked for
     * @param decision who asked for it, and why
     * @param resultCode the last one, empty before the first
     */
    public record Amendment(
            ApplicationId id, String kind, String state, Instant at, Decision decision, String resultCode) {}

    /** The whole balance held; nothing unless it is held, and while it is unknown. */
    public Money balanceHeld() {
        return order.phase().isHolding()
                ? order.state().stop().flatMap(Stop::balance).orElse(Money.ZERO)
                : Money.ZERO;
    }
}
