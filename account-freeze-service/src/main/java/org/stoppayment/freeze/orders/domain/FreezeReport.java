package org.stoppayment.freeze.orders.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.Money;

/**
 * What an institution says that a freeze holds.
 *
 * @param frozenAt when it took effect; empty when that is not told or cannot be read
 * @param frozen sum that it holds; empty when that is not told or cannot be read
 * @param waitingPlace its place among the waiting freezes of the account (轮候), 1 for the next; empty when it does not wait
 */
public record FreezeReport(Optional<Instant> frozenAt, Optional<Money> frozen, Optional<Integer> waitingPlace) {

    /** Nothing is told of a freeze. */
    public static final FreezeReport NONE = new FreezeReport(Optional.empty(), Optional.empty(), Optional.empty());
}
