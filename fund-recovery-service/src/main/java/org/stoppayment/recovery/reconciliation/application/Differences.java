package org.stoppayment.recovery.reconciliation.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.stoppayment.recovery.reconciliation.domain.LedgerDifference;

/** Port: accounts that are compared, and what was found. */
public interface Differences {

    /**
     * Compares accounts that are due, all of them as of one moment, and keeps what differs. Number of accounts that were compared.
     *
     * @param now the moment
     * @param settledBefore a difference that was first seen until then counts
     * @param nextAt when accounts with held money are due again
     * @param idleAt when others are
     * @param max maximum number of accounts
     */
    Uni<Integer> compareDue(Instant now, Instant settledBefore, Instant nextAt, Instant idleAt, int max);

    /**
     * Differences that count, the latest first.
     *
     * @param before number that they are below
     * @param includeResolved also those that are gone
     * @param max maximum number
     */
    Uni<List<LedgerDifference>> list(long before, boolean includeResolved, int max);
}
