package org.stoppayment.recovery.facts.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * A transfer as it was reported.
 *
 * @param key the transfer
 * @param revision of this fact
 * @param caseId the case that reports it
 * @param payer the account that paid, as far as it is named
 * @param payee the account that was paid
 * @param amount the sum; empty when not known
 * @param transferredAt when; empty when not known
 * @param serial of the booking, empty when not known
 * @param corrects the transfer that this one puts right
 * @param duplicateOf the transfer of an earlier report that seems to be the same
 * @param isLoss true when the money was the victim's own
 */
public record ReportedTransfer(
        TransferId key,
        int revision,
        CaseId caseId,
        Party payer,
        AccountRef payee,
        Optional<Money> amount,
        Optional<Instant> transferredAt,
        String serial,
        Optional<TransferId> corrects,
        Optional<TransferId> duplicateOf,
        boolean isLoss)
        implements Fact<TransferId> {}
