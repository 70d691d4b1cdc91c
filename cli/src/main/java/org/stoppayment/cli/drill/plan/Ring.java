package org.stoppayment.cli.drill.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A ring of mules and its victims. Times are milliseconds from the first call, negative before it. Mules form a tree: each mule above
 * level 1 is paid by exactly one other, and no mule has money of its own.
 *
 * @param number 0 for the first
 * @param sendAfterMillis when the first report is due, from the start of the drill
 * @param paceMillis approximate time that the mules keep the money
 * @param victim the account that paid; of several victims the one who calls first
 * @param others the other victims
 * @param payments what the victims paid, oldest first
 * @param mules the accounts, payers before their payees
 * @param moves planned moves, those of one mule in order of time
 */
public record Ring(
        int number,
        long sendAfterMillis,
        long paceMillis,
        Party victim,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Victim> others,
        List<Payment> payments,
        List<Mule> mules,
        List<Move> moves) {

    /** A ring with one victim. */
    public Ring(
            int number,
            long sendAfterMillis,
            long paceMillis,
            Party victim,
            List<Payment> payments,
            List<Mule> mules,
            List<Move> moves) {
        this(number, sendAfterMillis, paceMillis, victim, List.of(), payments, mules, moves);
    }

    public Ring {
        others = List.copyOf(others);
        payments = List.copyOf(payments);
        mules = List.copyOf(mules);
        moves = List.copyOf(moves);
    }

    /** An account and its holder; {@code kind} as in the contract. */
    public record Party(String institutionCode, String number, String name, String kind) {}

    /**
     * Another victim of the ring.
     *
     * @param account that paid
     * @param callMillis when the report is due, from the call of the first victim
     */
    public record Victim(Party account, long callMillis) {}

    /**
     * A payment of a victim.
     *
     * @param mule index of the payee
     * @param amountFen the sum in fen
     * @param atMillis when it was booked
     * @param serial its serial
     * @param reportedName the payee's name as the victim reports it, perhaps wrong
     * @param victim 0 for the first, else the number of the other one, from 1
     */
    public record Payment(
            int mule,
            long amountFen,
            long atMillis,
            String serial,
            String reportedName,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int victim) {

        /** A payment of the first victim. */
        public Payment(int mule, long amountFen, long atMillis, String serial, String reportedName) {
            this(mule, amountFen, atMillis, serial, reportedName, 0);
        }
    }

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

    /** Number of victims. */
    public int victims() {
        return 1 + others.size();
    }

    /** The account of a victim, by its number. */
    public Party victim(int number) {
        return number == 0 ? victim : others.get(number - 1).account();
    }

    /** What a victim paid, oldest first. */
    public List<Payment> paymentsOf(int number) {
        return payments.stream().filter(payment -> payment.victim() == number).toList();
    }

    /** What the victims report, in fen. */
    public long reportedFen() {
        return payments.stream().mapToLong(Payment::amountFen).reduce(0, Math::addExact);
    }

    /** The time of the last move or call; 0 when none is after the first call. */
    public long lastMoveMillis() {
        return LongStream.concat(
                        moves.stream().mapToLong(Move::atMillis),
                        others.stream().mapToLong(Victim::callMillis))
                .max()
                .orElse(0);
    }
}
