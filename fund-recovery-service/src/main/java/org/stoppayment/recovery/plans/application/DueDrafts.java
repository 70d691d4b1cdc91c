package org.stoppayment.recovery.plans.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Port: accounts for which a plan is drafted again. */
public interface DueDrafts {

    /**
     * Takes up to {@code max} accounts; they are due again after {@code lease}. Those of a plan that is being paid are left out: they are due again
     * when all its payments have ended.
     *
     * @param onlySettled true to leave those for the next time whose shares are due to be computed
     */
    Uni<List<DueDraft>> claim(Instant now, Duration lease, int max, boolean onlySettled);

    /** Makes drafts due. */
    Uni<Void> mark(Collection<AccountRef.Key> accounts, Instant now);

    /** Notes that the draft of an account is made, unless it has become due again meanwhile. */
    Uni<Void> finish(DueDraft draft);

    /** True when a failure says that accounts cannot be read or written at all: the others would fail as well. */
    boolean isAway(Throwable failure);

    /**
     * An account that was taken.
     *
     * @param account the account
     * @param leaseEnd when it is due again
     */
    record DueDraft(AccountRef.Key account, Instant leaseEnd) {}
}
