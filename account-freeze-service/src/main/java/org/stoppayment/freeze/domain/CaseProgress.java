package org.stoppayment.freeze.domain;

import java.util.List;
import org.stoppayment.kernel.Money;

/**
 * Where the orders of a case stand.
 *
 * @param intakeEvents number of intake events (report and supplements) taken; 0 when the case has not arrived
 * @param orders its orders, oldest first; those it joined included
 * @param claimed sum of its transfers into accounts
 * @param claimsBehind true when the books of a claim may be behind its order's state
 * @param eventsOut true when some of its events have not reached recovery
 */
public record CaseProgress(
        int intakeEvents, List<OrderView> orders, Money claimed, boolean claimsBehind, boolean eventsOut) {

    /** True when no order waits for an institution. */
    public boolean isSettled() {
        return intakeEvents > 0
                && orders.stream().allMatch(view -> view.order().phase().isSettled());
    }

    /** True when all of its events have reached recovery. */
    public boolean isBooked() {
        return isSettled() && !claimsBehind && !eventsOut;
    }

    /** Tainted money held, each account's counted once. */
    public Money taintedHeld() {
        return orders.stream()
                .filter(view -> view.order().phase().isHolding())
                .map(OrderView::taintedHeld)
                .reduce(Money.ZERO, Money::plus);
    }

    /** Whole balances held. */
    public Money balanceHeld() {
        return orders.stream().map(OrderView::balanceHeld).reduce(Money.ZERO, Money::plus);
    }

    /** The highest level. */
    public int levels() {
        return orders.stream().mapToInt(OrderView::level).max().orElse(0);
    }
}
