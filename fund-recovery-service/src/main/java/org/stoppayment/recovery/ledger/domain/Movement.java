package org.stoppayment.recovery.ledger.domain;

import java.util.Optional;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * Money moved from one position to another in the books of one account.
 *
 * @param account the account
 * @param applicationId the order behind it
 * @param cause why
 * @param credited position that the money leaves
 * @param debited position that it enters, another one
 * @param amount 1..10^17 fen
 */
public record Movement(
        AccountRef account,
        Optional<ApplicationId> applicationId,
        Cause cause,
        Position credited,
        Position debited,
        Money amount) {

    /**
     * Largest amount of one movement, in fen: 10,000 transfers of the largest amount, because one movement may stand for many
     * transfers. A {@code long} holds the sum of ninety such movements.
     */
    public static final long MAX_FEN = 10_000 * Money.MAX_FEN;

    public Movement {
        if (credited == debited) {
            throw new IllegalArgumentException("debited: " + debited + " (expected: another than is credited)");
        }
        if (!isBookable(amount.fen())) {
            throw new IllegalArgumentException("amountFen: " + amount.fen() + " (expected: 1..10^17)");
        }
    }

    /** True when {@code fen} is a valid amount of one movement. */
    public static boolean isBookable(long fen) {
        return fen >= 1 && fen <= MAX_FEN;
    }

    /** The same sum the other way round. */
    public Movement reversed() {
        return new Movement(account, applicationId, cause, debited, credited, amount);
    }
}
