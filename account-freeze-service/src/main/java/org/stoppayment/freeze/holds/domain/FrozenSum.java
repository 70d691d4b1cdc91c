package org.stoppayment.freeze.holds.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.orders.domain.FreezeReport;
import org.stoppayment.kernel.Money;

/**
 * What a freeze holds, by its institution's word.
 *
 * @param sum that it holds; empty before it takes effect, and while it is unknown
 * @param place among the waiting freezes of the account, 1 for the next; empty when it does not wait
 * @param beganAt when it took effect; the moment of receipt while that is not told; empty before
 */
public record FrozenSum(Optional<Money> sum, Optional<Integer> place, Optional<Instant> beganAt) {

    /** Nothing is held. */
    public static final FrozenSum NONE = new FrozenSum(Optional.empty(), Optional.empty(), Optional.empty());

    /** It takes effect, or more is told of it. {@code implied} is the sum that the result code itself tells. */
    FrozenSum held(FreezeReport report, Optional<Money> implied, Instant receivedAt) {
        return new FrozenSum(
                report.frozen().or(() -> implied).or(() -> sum),
                Optional.empty(),
                beganAt.or(report::frozenAt).or(() -> Optional.of(receivedAt)));
    }

    /** It is in effect: what was unknown of it may be told; what is known stays, for institutions repeat their first answer. */
    FrozenSum completed(FreezeReport report) {
        return new FrozenSum(sum.or(report::frozen), Optional.empty(), beganAt);
    }

    /** It waits in line. */
    FrozenSum waiting(FreezeReport report) {
        return new FrozenSum(Optional.empty(), report.waitingPlace(), Optional.empty());
    }
}
