package org.stoppayment.recovery.attribution.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.stoppayment.recovery.attribution.domain.Attribution;
import org.stoppayment.recovery.attribution.domain.FlowId;
import org.stoppayment.recovery.attribution.domain.KnownFacts;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Port: accounts whose shares are due, the facts that they depend on, and what was computed. */
public interface Attributions {

    /** Takes up to {@code max} accounts that are due; they are due again after {@code lease}. */
    Uni<List<AccountRef.Key>> claimDue(Instant now, Duration lease, int max);

    /** Makes accounts due at once. */
    Uni<Void> makeDue(List<AccountRef.Key> accounts, Instant now);

    /** The accounts whose shares depend on {@code due}, these included. */
    Uni<List<ReadAccount>> downstreamOf(List<AccountRef.Key> due);

    /** What is known of accounts. */
    Uni<KnownFacts> facts(List<ReadAccount> accounts);

    /**
     * Writes what was computed, unless one of the accounts has been computed since it was read.
     *
     * @param upstream flows that were computed before, with accounts that are not among these
     * @return false when nothing was written: the accounts stay due
     */
    Uni<Boolean> save(List<ReadAccount> accounts, Set<FlowId> upstream, Attribution attribution, Instant now);

    /**
     * An account as it was read.
     *
     * @param key of the account
     * @param revision of its facts
     * @param version number of computations
     */
    record ReadAccount(AccountRef.Key key, long revision, int version) {}
}
