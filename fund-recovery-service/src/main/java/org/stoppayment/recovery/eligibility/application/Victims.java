package org.stoppayment.recovery.eligibility.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.DisputeId;
import org.stoppayment.recovery.eligibility.domain.RefundAccount;
import org.stoppayment.recovery.eligibility.domain.Victim;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Port: victims, and what officers established about them. Every change has the plans of the victim made again. */
public interface Victims {

    /** The victims of cases; cases of which nothing was told are left out. */
    Uni<Map<CaseId, Victim>> find(Collection<CaseId> caseIds);

    /**
     * The cases of the person who is the victim of a case: those whose identities were verified by the same document, and the case itself.
     * Empty when no identity was verified for the case.
     */
    Uni<Set<CaseId>> casesOfSamePerson(CaseId caseId);

    /** Notes a verified identity. */
    Uni<Void> verify(CaseId caseId, Victim.Identity identity, Officer officer);

    /** Notes a proven loss. */
    Uni<Void> prove(CaseId caseId, Victim.ProvenLoss loss, String evidenceDigest, Officer officer, Instant at);

    /** Notes who acts for the victim. */
    Uni<Void> appoint(CaseId caseId, Optional<Victim.Agent> agent, Officer officer, Instant at);

    /** Notes the account to which money is returned. */
    Uni<Void> setRefundAccount(
            CaseId caseId, RefundAccount account, String reason, String evidenceDigest, Officer officer, Instant at);

    /** Money is returned to the account that paid again. */
    Uni<Void> clearRefundAccount(CaseId caseId);

    /** True when victims paid into an account, or their money reached it; but for the account from which the victim of the case paid. */
    Uni<Boolean> reachedByVictimsMoney(CaseId caseId, AccountRef.Key account);

    /** Notes a dispute; the same one again has no effect. Fails with a refusal when the id has another one. */
    Uni<Void> open(CaseId caseId, Victim.Dispute dispute, Officer officer);

    /** Ends a dispute; the case that it belongs to. Fails with NotFound when there is none. */
    Uni<CaseId> close(DisputeId id, String reason, Officer officer, Instant at);
}
