package org.stoppayment.freeze.books.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.freeze.books.domain.FundsMovement.Cause;
import org.stoppayment.freeze.books.domain.FundsMovement.Position;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;

/** Collects the movements that lead from one state of a claim's books to another. */
final class ClaimMover {

    private final AccountRef account;
    private final Optional<ApplicationId> applicationId;
    private final List<FundsMovement> movements = new ArrayList<>();

    ClaimMover(AccountRef account, Optional<ApplicationId> applicationId) {
        this.account = account;
        this.applicationId = applicationId;
    }

    /** The movements so far. */
    List<FundsMovement> movements() {
        return movements;
    }

    void traced(Money before, Money after, Position from, Position to) {
        moved(Cause.TRACED, before, after, from, to);
    }

    void moved(Cause cause, Money before, Money after, Position from, Position to) {
        if (after.compareTo(before) > 0) {
            move(cause, from, to, after.minus(before));
        } else if (after.compareTo(before) < 0) {
            move(cause, to, from, before.minus(after));
        }
    }

    /** Moves what each position has too much of to those that have too little; {@code ofStop} is why, unless a freeze is. */
    void settle(Map<Position, Long> excess, Cause ofStop) {
        for (Position from : excess.keySet()) {
            for (Position to : excess.keySet()) {
                long amount = Math.min(excess.getOrDefault(from, 0L), -excess.getOrDefault(to, 0L));
                if (amount > 0) {
                    move(cause(from, to, ofStop), from, to, Money.ofFen(amount));
                    excess.merge(from, -amount, Math::addExact);
                    excess.merge(to, amount, Math::addExact);
                }
            }
        }
    }

    private static Cause cause(Position from, Position to, Cause ofStop) {
        if (to == Position.RETURNED) {
            return Cause.REFUNDED;
        }
        if (from == Position.RETURNED) { // into UNKNOWN: a booking of the account tells where it went
            return to == Position.UNKNOWN ? Cause.TRACED : Cause.REFUND_CAME_BACK;
        }
        if (to == Position.FROZEN) {
            return Cause.FREEZE_IN_EFFECT;
        }
        if (from != Position.FROZEN) {
            return ofStop;
        }
        return switch (to) {
            case LIFTED -> Cause.FREEZE_LIFTED;
            case LAPSED -> Cause.FREEZE_LAPSED;
            case HELD -> Cause.STOP_IN_EFFECT;
            case REPORTED, UNKNOWN, ONWARD, CASH, MERCHANT, RESTORED, FROZEN, RETURNED -> Cause.FREEZE_IN_EFFECT;
        };
    }

    private void move(Cause cause, Position from, Position to, Money amount) {
        movements.add(new FundsMovement(account, applicationId, cause, from, to, amount));
    }
}
