package org.stoppayment.recovery.ledger.domain;

import java.util.stream.LongStream;

/**
 * The positions of money, in fen. Reported is always the sum of the others. A position is negative while the event that adds its
 * money has not arrived yet.
 *
 * @param reportedFen reported by the victim
 * @param heldFen held by a stop in effect
 * @param lapsedFen was held until the stop, or the freeze, lapsed
 * @param liftedFen was held until the stop, or the freeze, was lifted
 * @param unknownFen not known yet
 * @param onwardFen sent to other accounts of the case, minus received from them; 0 for the whole case
 * @param cashFen withdrawn in cash
 * @param merchantFen spent at a merchant or put on a prepaid card
 * @param restoredFen back on an account of the victim's side
 * @param frozenFen held by a freeze
 * @param returnedFen paid back to victims out of a freeze
 */
public record Positions(
        long reportedFen,
        long heldFen,
        long lapsedFen,
        long liftedFen,
        long unknownFen,
        long onwardFen,
        long cashFen,
        long merchantFen,
        long restoredFen,
        long frozenFen,
        long returnedFen) {

    /** No money anywhere. */
    public static final Positions NONE = new Positions(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Positions {
        long found = LongStream.of(
                        heldFen,
                        lapsedFen,
                        liftedFen,
                        unknownFen,
                        onwardFen,
                        cashFen,
                        merchantFen,
                        restoredFen,
                        frozenFen,
                        returnedFen)
                .reduce(0, Math::addExact);
        if (found != reportedFen) {
            throw new IllegalStateException(
                    "reportedFen: " + reportedFen + " (expected: the sum of the other positions, " + found + ")");
        }
    }

    /** The sum of both. */
    public Positions plus(Positions others) {
        return new Positions(
                Math.addExact(reportedFen, others.reportedFen),
                Math.addExact(heldFen, others.heldFen),
                Math.addExact(lapsedFen, others.lapsedFen),
                Math.addExact(liftedFen, others.liftedFen),
                Math.addExact(unknownFen, others.unknownFen),
                Math.addExact(onwardFen, others.onwardFen),
                Math.addExact(cashFen, others.cashFen),
                Math.addExact(merchantFen, others.merchantFen),
                Math.addExact(restoredFen, others.restoredFen),
                Math.addExact(frozenFen, others.frozenFen),
                Math.addExact(returnedFen, others.returnedFen));
    }
}
