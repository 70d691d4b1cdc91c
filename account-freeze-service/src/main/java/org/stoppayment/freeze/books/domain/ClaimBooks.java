package org.stoppayment.freeze.books.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.freeze.books.domain.FundsMovement.Cause;
import org.stoppayment.freeze.books.domain.FundsMovement.Position;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * Where one case's money on one account is, as far as it is booked. The rest is unknown.
 *
 * @param reported what victims transferred into the account
 * @param received tainted money that transfers from other accounts brought
 * @param onward tainted money that transfers to other accounts took away
 * @param cash tainted money that left in cash
 * @param merchant tainted money that was spent
 * @param restored tainted money that went back to an account of the victim's side
 * @param held under a stop
 * @param frozen under a freeze of the case
 * @param lapsed held once, until the stop or the freeze lapsed
 * @param lifted held once, until the stop or the freeze was lifted
 * @param returned paid back to victims out of freezes of the case
 */
public record ClaimBooks(
        Money reported,
        Money received,
        Money onward,
        Money cash,
        Money merchant,
        Money restored,
        Money held,
        Money frozen,
        Money lapsed,
        Money lifted,
        Money returned) {

    /** No money. */
    public static final ClaimBooks NONE = new ClaimBooks(
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            Money.ZERO);

    /** Books with the report only. */
    public static ClaimBooks reported(Money reported) {
        return NONE.withReported(reported);
    }

    /** All of the case's money that came into the account. */
    public Money tainted() {
        return reported.plus(received);
    }

    /** The part of it that has not left again, as far as is known. */
    public Money remaining() {
        return tainted().minus(onward).minus(cash).minus(merchant).minus(restored);
    }

    /** The part of it that nobody has located. */
    public Money unknown() {
        return remaining().minus(held).minus(frozen).minus(lapsed).minus(lifted).minus(returned);
    }

    /** True when no more has left or is held than came in. */
    public boolean isConserved() {
        return unknownFen() >= 0 && tainted().fen() >= onward.fen() + cash.fen() + merchant.fen() + restored.fen();
    }

    /** The books of both accounts together. */
    public ClaimBooks plus(ClaimBooks other) {
        return new ClaimBooks(
                reported.plus(other.reported),
                received.plus(other.received),
                onward.plus(other.onward),
                cash.plus(other.cash),
                merchant.plus(other.merchant),
                restored.plus(other.restored),
                held.plus(other.held),
                frozen.plus(other.frozen),
                lapsed.plus(other.lapsed),
                lifted.plus(other.lifted),
                returned.plus(other.returned));
    }

    /** The books with other sums of what came in and left. */
    public ClaimBooks traced(Money nowReceived, Money nowOnward, Money nowCash, Money nowMerchant, Money nowRestored) {
        return new ClaimBooks(
                reported,
                nowReceived,
                nowOnward,
                nowCash,
                nowMerchant,
                nowRestored,
                held,
                frozen,
                lapsed,
                lifted,
                returned);
    }

    /** The books of an account that is and was under no stop, as the case sees it. */
    public ClaimBooks underNone() {
        return holding(Money.ZERO, Money.ZERO, Money.ZERO);
    }

    /** The books of a claim that has ended by itself: what would be held counts as lifted. */
    public ClaimBooks released() {
        return holding(Money.ZERO, Money.ZERO, held.plus(lapsed).plus(lifted));
    }

    /** The movements that lead from these books to {@code target}. */
    public List<FundsMovement> movementsTo(
            ClaimBooks target, AccountRef account, Optional<ApplicationId> applicationId) {
        ClaimMover mover = new ClaimMover(account, applicationId);
        mover.moved(Cause.CORRECTED, reported, target.reported, Position.REPORTED, Position.UNKNOWN);
        mover.traced(received, target.received, Position.ONWARD, Position.UNKNOWN);
        mover.traced(onward, target.onward, Position.UNKNOWN, Position.ONWARD);
        mover.traced(cash, target.cash, Position.UNKNOWN, Position.CASH);
        mover.traced(merchant, target.merchant, Position.UNKNOWN, Position.MERCHANT);
        mover.traced(restored, target.restored, Position.UNKNOWN, Position.RESTORED);
        Map<Position, Long> excess = new EnumMap<>(Position.class);
        excess.put(Position.HELD, held.fen() - target.held.fen());
        excess.put(Position.FROZEN, frozen.fen() - target.frozen.fen());
        excess.put(Position.LAPSED, lapsed.fen() - target.lapsed.fen());
        excess.put(Position.LIFTED, lifted.fen() - target.lifted.fen());
        excess.put(Position.RETURNED, returned.fen() - target.returned.fen());
        excess.put(
                Position.UNKNOWN,
                -excess.values().stream().mapToLong(Long::longValue).sum());
        mover.settle(excess, cause(target));
        return mover.movements();
    }

    private long unknownFen() {
        return tainted().fen()
                - onward.fen()
                - cash.fen()
                - merchant.fen()
                - restored.fen()
                - held.fen()
                - frozen.fen()
                - lapsed.fen()
                - lifted.fen()
                - returned.fen();
    }

    /** The books with another sum of what was reported. */
    public ClaimBooks withReported(Money sum) {
        return new ClaimBooks(sum, received, onward, cash, merchant, restored, held, frozen, lapsed, lifted, returned);
    }

    /** The books with other sums of what is held, lapsed and lifted; nothing is frozen, and nothing was paid back. */
    public ClaimBooks holding(Money nowHeld, Money nowLapsed, Money nowLifted) {
        return holding(nowHeld, Money.ZERO, nowLapsed, nowLifted, Money.ZERO);
    }

    /** The books with other sums of what is held, frozen, lapsed, lifted and paid back. */
    ClaimBooks holding(Money nowHeld, Money nowFrozen, Money nowLapsed, Money nowLifted, Money nowReturned) {
        return new ClaimBooks(
                reported,
                received,
                onward,
                cash,
                merchant,
                restored,
                nowHeld,
                nowFrozen,
                nowLapsed,
                nowLifted,
                nowReturned);
    }

    private static Cause cause(ClaimBooks target) {
        if (!target.lapsed.isZero()) {
            return Cause.STOP_LAPSED;
        }
        return target.lifted.isZero() ? Cause.STOP_IN_EFFECT : Cause.STOP_LIFTED;
    }
}
