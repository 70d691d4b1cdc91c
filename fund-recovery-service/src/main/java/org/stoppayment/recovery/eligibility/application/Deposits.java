package org.stoppayment.recovery.eligibility.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;

/** Port: decisions about transfers that name no payer account. */
public interface Deposits {

    /**
     * Notes a decision, which takes the place of an earlier one, and has shares and plans made again; false when the case has no such
     * transfer.
     */
    Uni<Boolean> decide(CaseId caseId, TransferId transferId, Decision decision);

    /**
     * What an officer decided.
     *
     * @param isConfirmed true when the transfer counts
     * @param reason why
     * @param evidenceDigest SHA-256 of the evidence, such as the receipt of the ATM
     * @param officer who
     * @param decidedAt when
     */
    record Decision(
            boolean isConfirmed, String reason, Optional<String> evidenceDigest, Officer officer, Instant decidedAt) {}
}
