package org.stoppayment.recovery.reports.domain;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.stoppayment.recovery.ledger.domain.Positions;

/**
 * Figures of the cases of a group, by the books as they are. Sums are in fen.
 *
 * @param cases number of cases
 * @param positions where their money is
 * @param releasedFromFreezesFen what freezes held until they were lifted or lapsed
 * @param delays of payments to victims; empty when there are none
 * @param unownedFen what holds of these cases hold above the shares of victims
 * @param unattributedFen of that, on accounts whose shares are not computed
 */
public record RecoveryFigures(
        long cases,
        Positions positions,
        long releasedFromFreezesFen,
        Optional<Delays> delays,
        long unownedFen,
        long unattributedFen) {

    private static final long BASIS_POINTS = 10_000;

    /**
     * How long payments to victims took, from the day of the call to that of the payment, in Asia/Shanghai.
     *
     * @param payments number of payments
     * @param daysP50 half of them took no longer
     * @param daysP95 95 of 100 took no longer
     */
    public record Delays(long payments, int daysP50, int daysP95) {}

    /** What a stop or a freeze held at some time and was not found elsewhere since. */
    public long stoppedFen() {
        long held = Math.addExact(positions.heldFen(), positions.frozenFen());
        long released = Math.addExact(positions.lapsedFen(), positions.liftedFen());
        return Math.addExact(Math.addExact(held, released), positions.returnedFen());
    }

    /** Sum over freezes of what they held; money that was frozen again counts again. */
    public long everFrozenFen() {
        return Math.addExact(Math.addExact(positions.frozenFen(), positions.returnedFen()), releasedFromFreezesFen);
    }

    /** Returned in proportion to stopped, in basis points, rounded down; empty when nothing was stopped. */
    public OptionalLong returnRateBasisPoints() {
        long stopped = stoppedFen();
        return stopped <= 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.multiplyExact(positions.returnedFen(), BASIS_POINTS) / stopped);
    }

    /** Number of payments to victims. */
    public long payments() {
        return delays.map(Delays::payments).orElse(0L);
    }

    /** Days from call to payment that half of the payments did not exceed; empty when there are none. */
    public OptionalInt daysP50() {
        return delays.map(known -> OptionalInt.of(known.daysP50())).orElseGet(OptionalInt::empty);
    }

    /** Days from call to payment that 95 of 100 payments did not exceed; empty when there are none. */
    public OptionalInt daysP95() {
        return delays.map(known -> OptionalInt.of(known.daysP95())).orElseGet(OptionalInt::empty);
    }
}
