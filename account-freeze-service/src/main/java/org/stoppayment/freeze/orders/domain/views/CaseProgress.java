package org.stoppayment.freeze.orders.domain.views;

import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.Money;

/**
 * Where the orders of a case stand.
 *
 * @param intakeEvents number of intake events (report and supplements) taken; 0 when the case has not arrived
 * @param orders its orders, oldest first; those it joined included
 * @param sums of its money
 * @param claimsBehind true when something known of its money has not been traced yet
 * @param eventsOut true when some of its events have not reached recovery
 * @param duplicates its transfers that other cases seem to report as well
 */
public record CaseProgress(
        int intakeEvents,
        List<OrderView> orders,
        Sums sums,
        boolean claimsBehind,
        boolean eventsOut,
        List<PossibleDuplicate> duplicates) {

    /**
     * Sums of the case's money.
     *
     * @param reported by victims
     * @param cash that left in cash
     * @param merchant that was spent
     * @param restored that went back to the victim's side
     * @param frozen that freezes of the case hold
     * @param returned that was paid back to victims
     * @param unknown that nobody has located; empty when the books do not add up
     */
    public record Sums(
            Money reported,
            Money cash,
            Money merchant,
            Money restored,
            Money frozen,
            Money returned,
            Optional<Money> unknown) {}

    /** The same with other views of its orders. */
    public CaseProgress with(List<OrderView> views) {
        return new CaseProgress(intakeEvents, views, sums, claimsBehind, eventsOut, duplicates);
    }

    /** True when every account adds up, and what leaves one account enters another. */
    public boolean isConserved() {
        return sums.unknown().isPresent();
    }

    /** True when no order waits for an institution or its bookings and all that is known of the money has been traced. */
    public boolean isSettled() {
        return intakeEvents > 0
                && !claimsBehind
                && orders.stream().allMatch(view -> view.order().isSettled());
    }

    /** True when all of its events have reached recovery. */
    public boolean isBooked() {
        return isSettled() && !eventsOut;
    }

    /** Tainted money held by stops, each account's counted once. */
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
