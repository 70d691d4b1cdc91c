package org.stoppayment.recovery.attribution.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * How money came to an account: what moved on it and on the accounts that it came through.
 *
 * @param steps in order of time
 * @param isTruncated true when there are more: the latest are left out
 */
public record MoneyPath(List<Step> steps, boolean isTruncated) {

    /** Maximum number of steps. */
    public static final int MAX_STEPS = 10_000;

    public MoneyPath {
        steps = List.copyOf(steps);
    }

    /**
     * Money that moved, and whose it was.
     *
     * @param id the fact that tells of it
     * @param payer the account that it left; empty for money from outside
     * @param payee the account that it entered; empty for cash, merchants and accounts that nobody follows
     * @param fen the sum
     * @param at when it was booked; empty when not known: then it counts before all others
     * @param shares by owner
     * @param provenance how well that is known
     * @param level transfers between it and a victim at its payee; empty when it is no victim's money
     */
    public record Step(
            FlowId id,
            Optional<AccountRef.Key> payer,
            Optional<AccountRef.Key> payee,
            long fen,
            Optional<Instant> at,
            Shares shares,
            Provenance provenance,
            Optional<Integer> level) {}
}
