package org.stoppayment.freeze.orders.domain;

import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.Money;

/**
 * Where the orders of a case stand.
 *
 * @param intakeEvents number of intake events (report and supplements) taken; 0 when the case has not arrived
 * @param orders its orders, oldest first; those it joined included
 * @param sums what its money comes to
 * @param claimsBehind true when something is known of its money that has not been followed yet
 * @param eventsOut true when some of its events have not reached recovery
 */
public record CaseProgress(
        int intakeEvents, List<OrderView> orders, Sums sums, boolean claimsBehind, boolean eventsOut) {

    /**
     * What the case's money comes to.
     *
     * @param reported by victims
     * @param cash that left in cash
     * @param merchant that was spent
     * @param unknown of which nobody has said where it is; empty when the books do not add up: then nobody can tell
     */
    public record Sums(Money reported, Money cash, Money merchant, Optional<Money> unknown) {}

    /** True when every account adds up, and what left one of them entered another. */
    public boolean isConserved() {
        return sums.unknown().isPresent();
    }

    /** True when no order waits for an institution or its bookings and all that is known of the money has been followed. */
    public boolean isSettled() {
        return intakeEvents > 0
                && !claimsBehind
                && orders.stream().allMatch(view -> view.order().isSettled());
    }

    /** True when all of its events have reached recovery. */
    public boolean isBooked() {
        return isSettled() && !eventsOut;
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
