package org.stoppayment.recovery.plans.domain;

import java.util.List;
import org.stoppayment.recovery.attribution.domain.ComputedShares;
import org.stoppayment.recovery.attribution.domain.MoneyPath;

/**
 * How the money of one account is returned.
 *
 * @param shares whose money it holds
 * @param holds what holds it, by id
 * @param held what may be divided
 * @param method how it is divided
 * @param payouts by the id of the case
 * @param path how the money came
 */
public record PlannedAccount(
        ComputedShares shares,
        List<PlannedHold> holds,
        HeldMoney held,
        RefundMethod method,
        List<PlannedPayout> payouts,
        MoneyPath path) {

    public PlannedAccount {
        holds = List.copyOf(holds);
        payouts = List.copyOf(payouts);
    }

    /** The sum that is paid, in fen. */
    public long paidFen() {
        return payouts.stream().mapToLong(each -> each.payout().fen()).reduce(0, Math::addExact);
    }

    /** What stays frozen, in fen. */
    public long residualFen() {
        return held.heldFen() - paidFen();
    }
}
