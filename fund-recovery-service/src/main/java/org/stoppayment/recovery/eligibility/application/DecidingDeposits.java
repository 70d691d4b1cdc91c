package org.stoppayment.recovery.eligibility.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.recovery.eligibility.application.Deposits.Decision;
import org.stoppayment.recovery.eligibility.domain.Victim;

/** Notes what an officer decides about a transfer that names no payer account, when no booking confirms it. */
@ApplicationScoped
public class DecidingDeposits {

    private final Deposits deposits;
    private final ViewingVictims viewing;
    private final InstantSource clock;

    DecidingDeposits(Deposits deposits, ViewingVictims viewing, InstantSource clock) {
        this.deposits = deposits;
        this.viewing = viewing;
        this.clock = clock;
    }

    /**
     * The victim after the decision. Fails with {@link ServiceException.NotFound} when the case has no such transfer.
     *
     * @param isConfirmed true when the transfer counts, false when it does not
     * @param evidenceDigest SHA-256 of the evidence; empty when there is none
     */
    public Uni<Victim> decide(
            String caseId,
            String transferId,
            boolean isConfirmed,
            String reason,
            String evidenceDigest,
            Officer officer) {
        OfficerChecks checks = new OfficerChecks()
                .id("caseId", caseId)
                .id("transferId", transferId)
                .reason(reason)
                .officer("operator", officer);
        Optional<String> evidence = Optional.of(evidenceDigest).filter(digest -> !digest.isEmpty());
        evidence.ifPresent(digest -> checks.digest("evidenceDigest", digest));
        checks.refuse();
        CaseId id = CaseId.of(caseId);
        TransferId transfer = TransferId.of(transferId);
        Decision decision = new Decision(
                isConfirmed, reason, evidence.map(digest -> digest.toLowerCase(Locale.ROOT)), officer, clock.instant());
        return deposits.decide(id, transfer, decision).chain(isKnown -> {
            if (!isKnown) {
                throw new ServiceException.NotFound("transferId", transferId);
            }
            return viewing.view(id);
        });
    }
}
