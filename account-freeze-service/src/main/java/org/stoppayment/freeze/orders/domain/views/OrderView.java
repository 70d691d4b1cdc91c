package org.stoppayment.freeze.orders.domain.views;

import java.time.Instant;
import java.util.List;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.Stop;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.corrections.CorrectionProposal;
import org.stoppayment.kernel.Money;

/**
 * An order as one case sees it.
 *
 * @param order the order
 * @param level fewest transfers from a victim of the case
 * @param joined true when another case placed it
 * @param tainted sum of the case's transfers into the account
 * @param taintedHeld the part of it that is booked as held
 * @param timeline what happened to it, oldest first
 * @param proposals how its transfers might read, when it is declined; the likeliest first
 */
public record OrderView(
        StopOrder order,
        int level,
        boolean joined,
        Money tainted,
        Money taintedHeld,
        List<Step> timeline,
        List<CorrectionProposal> proposals) {

    /** An order without proposals. */
    public OrderView(
            StopOrder order, int level, boolean joined, Money tainted, Money taintedHeld, List<Step> timeline) {
        this(order, level, joined, tainted, taintedHeld, timeline, List.of());
    }

    /** The same with proposals of corrections. */
    public OrderView proposing(List<CorrectionProposal> corrections) {
        return new OrderView(order, level, joined, tainted, taintedHeld, timeline, List.copyOf(corrections));
    }

    /**
     * One step of an order.
     *
     * @param state entered
     * @param at when
     * @param cause why
     */
    public record Step(Phase state, Instant at, String cause) {}

    /** The whole balance held; nothing unless it is held, and while it is unknown. */
    public Money balanceHeld() {
        return order.phase().isHolding()
                ? order.state().stop().flatMap(Stop::balance).orElse(Money.ZERO)
                : Money.ZERO;
    }
}
