package org.stoppayment.cli.drill.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A victim and a ring of mules. Times are milliseconds from the call, negative before it. Mules form a tree: each mule above
 * level 1 is paid by exactly one other, and no mule has money of its own.
 *
 * @param number 0 for the first
 * @param sendAfterMillis when the report is due, from the start of the drill
 * @param paceMillis approximate time that the mules keep the money
 * @param victim the account that paid
 * @param payments what the victim paid, oldest first
 * @param mules the accounts, payers before their payees
 * @param moves planned moves, those of one mule in order of time
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

    /** An account and its holder; {@code kind} as in the contract. */
    public record Party(String institutionCode, String number, String name, String kind) {}

    /**
     * A payment of the victim.
     *
     * @param mule index of the payee
     * @param amountFen the sum in fen
     * @param atMillis when it was booked
     * @param serial its serial
     * @param reportedName the payee's name as the victim reports it, perhaps wrong
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

    /** The kinds of moves. */
    public enum MoveKind {
        TRANSFER,
        CASH,
        MERCHANT
    }

    /**
     * A planned move of a mule.
     *
     * @param from index of the mule
     * @param kind its kind
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

    /** The time of the last move; 0 when none is after the call. */
    public long lastMoveMillis() {
        return moves.stream().mapToLong(Move::atMillis).max().orElse(0);
    }
}
