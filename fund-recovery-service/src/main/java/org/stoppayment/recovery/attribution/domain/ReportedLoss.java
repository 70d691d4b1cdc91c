package org.stoppayment.recovery.attribution.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * A transfer of a victim's own money, as it was reported.
 *
 * @param transferId of the transfer
 * @param caseId of the victim
 * @param payer the account that paid, where the report names it; empty for cash
 * @param payee the account that was paid
 * @param fen the sum
 * @param at when, where known
 * @param serial of the booking, a hint
 */
public record ReportedLoss(
        TransferId transferId,
        CaseId caseId,
        Optional<AccountRef.Key> payer,
        AccountRef.Key payee,
        long fen,
        Optional<Instant> at,
        String serial) {}
