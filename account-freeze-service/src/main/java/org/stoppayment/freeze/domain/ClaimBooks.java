package org.stoppayment.freeze.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.domain.FundsMovement.Cause;
import org.stoppayment.freeze.domain.FundsMovement.Position;
import org.stoppayment.kernel.Money;

/**
 * Where one case's money on one account is, as far as it has been booked. What is in no other position is unknown.
 *
 * @param tainted the case's transfers into the account
 * @param held under a stop
 * @param lapsed held once, until the stop lapsed
 * @param lifted held once, until the stop was lifted
 */
public record ClaimBooks(Money tainted, Money held, Money lapsed, Money lifted) {

    /** Nothing but the report is booked yet. */
    public static ClaimBooks reported(Money tainted) {
        return new ClaimBooks(tainted, Money.ZERO, Money.ZERO, Money.ZERO);
    }

    /** The books as they should be when the account's order stands at {@code state}. */
    public ClaimBooks under(StopOrderState state) {
        Money sum = state.stop().map(stop -> stop.held(tainted)).orElse(Money.ZERO);
        return switch (state.phase()) {
            case IN_EFFECT, FROZEN -> new ClaimBooks(tainted, sum, Money.ZERO, Money.ZERO);
            case LAPSED -> new ClaimBooks(tainted, Money.ZERO, sum, Money.ZERO);
            case LIFTED -> new ClaimBooks(tainted, Money.ZERO, Money.ZERO, sum);
            case QUEUED, SENDING, ACCEPTED, IN_DOUBT, MANUAL, DECLINED, HELD_BY_OTHER -> withinTaint();
        };
    }

    /** A correction may have left less than was once held. */
    private ClaimBooks withinTaint() {
        Money stillHeld = held.min(tainted);
        Money stillLapsed = lapsed.min(tainted.minus(stillHeld));
        Money stillLifted = lifted.min(tainted.minus(stillHeld).minus(stillLapsed));
        return new ClaimBooks(tainted, stillHeld, stillLapsed, stillLifted);
    }

    /** The movements that lead from these books to {@code target}; the tainted sum is the target's in both. */
    public List<FundsMovement> movementsTo(ClaimBooks target, AccountRef account, UUID applicationId) {
        Map<Position, Long> excess = new EnumMap<>(Position.class);
        excess.put(Position.UNKNOWN, unknownFen(target.tainted) - target.unknownFen(target.tainted));
        excess.put(Position.HELD, held.fen() - target.held.fen());
        excess.put(Position.LAPSED, lapsed.fen() - target.lapsed.fen());
        excess.put(Position.LIFTED, lifted.fen() - target.lifted.fen());
        List<FundsMovement> movements = new ArrayList<>();
        for (Position from : excess.keySet()) {
            for (Position to : excess.keySet()) {
                long amount = Math.min(excess.getOrDefault(from, 0L), -excess.getOrDefault(to, 0L));
                if (amount > 0) {
                    movements.add(new FundsMovement(
                            account, Optional.of(applicationId), cause(target), from, to, Money.ofFen(amount)));
                    excess.merge(from, -amount, Math::addExact);
                    excess.merge(to, amount, Math::addExact);
                }
            }
        }
        return movements;
    }

    private long unknownFen(Money allTainted) {
        return allTainted.fen() - held.fen() - lapsed.fen() - lifted.fen();
    }

    private static Cause cause(ClaimBooks target) {
        if (!target.lapsed.isZero()) {
            return Cause.STOP_LAPSED;
        }
        return target.lifted.isZero() ? Cause.STOP_IN_EFFECT : Cause.STOP_LIFTED;
    }
}
