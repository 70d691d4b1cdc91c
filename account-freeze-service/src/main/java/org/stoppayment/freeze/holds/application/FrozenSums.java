package org.stoppayment.freeze.holds.application;

import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ServiceException;

/** How much a case may have frozen on an account: its own money there. */
public final class FrozenSums {

    private FrozenSums() {}

    /** Refuses a sum above the ceiling. */
    public static void requireBelow(Money sum, Money ceiling) {
        if (sum.compareTo(ceiling) > 0) {
            throw aboveCeiling(sum, ceiling);
        }
    }

    /** The refusal of a sum above the ceiling. */
    public static ServiceException.Refusal aboveCeiling(Money sum, Money ceiling) {
        return new ServiceException.Refusal(
                "ABOVE_CEILING",
                "amountFen: " + sum.fen() + " (expected: at most the case's money on the account, " + ceiling.fen()
                        + " fen)");
    }
}
