package org.stoppayment.cli.drill.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One victim and the ring that robs them. Times are milliseconds from the call, negative before it. Mules form a tree: each
 * but those of level 1 is paid by exactly one other, and nobody has money of their own.
 *
 * @param number 0 for the first
 * @param sendAfterMillis when the report is due, from the start of the drill
 * @param paceMillis about how long the ring's mules keep the money
 * @param victim the account that paid
 * @param payments what the victim paid, oldest first
 * @param mules the accounts, a payer before those it pays
 * @param moves what the mules want to do, a mule's own in order of time
 */
public record Ring(
        int number,
        long sendAfterMillis,
        long paceMillis,
        Party victim,
        List<Payment> payments,
        List<Mule> mules,
        List<Move> moves) {

    public Ring {
        payments = List.copyOf(payments);
        mules = List.copyOf(mules);
        moves = List.copyOf(moves);
    }

    /** An account and whose it is; {@code kind} as in the contract. */
    public record Party(String institutionCode, String number, String name, String kind) {}

    /**
     * A payment of the victim.
     *
     * @param mule index of the mule that got it
     * @param amountFen the sum in fen
     * @param atMillis when it was booked
     * @param serial its serial
     * @param reportedName the payee's name as the victim tells it: wrong when it is a mistake
     */
    public record Payment(int mule, long amountFen, long atMillis, String serial, String reportedName) {}

    /**
     * A mule.
     *
     * @param level fewest transfers from the victim, 1 for those that the victim paid
     * @param payer index of the mule that pays this one; null on level 1
     * @param account the account
     */
    public record Mule(int level, @Nullable Integer payer, Party account) {}

    /** What a mule does with money. */
    public enum MoveKind {
        TRANSFER,
        CASH,
        MERCHANT
    }

    /**
     * Something that a mule wants to do.
     *
     * @param from index of the mule
     * @param kind what it is
     * @param to index of the mule that is paid; null unless it is a transfer
     * @param amountFen the sum in fen
     * @param atMillis when
     * @param serial its serial
     */
    public record Move(int from, MoveKind kind, @Nullable Integer to, long amountFen, long atMillis, String serial) {}

    /** What the victim reports, in fen. */
    public long reportedFen() {
        return payments.stream().mapToLong(Payment::amountFen).reduce(0, Math::addExact);
    }

    /** When the last move is wanted; the call when there is none after it. */
    public long lastMoveMillis() {
        return moves.stream().mapToLong(Move::atMillis).max().orElse(0);
    }
}
