package org.stoppayment.recovery.attribution.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.attribution.domain.ComputedShares;
import org.stoppayment.recovery.attribution.domain.MoneyPath;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Read port: what was computed. */
public interface StoredShares {

    /** What an account holds; empty when that was never computed. */
    Uni<Optional<Computed>> find(AccountRef.Key account);

    /** The accounts that hold money of a case, by level and account. */
    Uni<List<Computed>> ofCase(CaseId caseId);

    /** How the money of an account came there. */
    Uni<MoneyPath> path(AccountRef.Key account);

    /**
     * What was computed of an account.
     *
     * @param shares whose money it holds
     * @param at when it was computed
     * @param isCurrent false while something that was told since is not in it yet
     */
    record Computed(ComputedShares shares, Instant at, boolean isCurrent) {}
}
