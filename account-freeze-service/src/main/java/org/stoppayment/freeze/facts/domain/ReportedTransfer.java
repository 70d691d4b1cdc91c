package org.stoppayment.freeze.facts.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.TransferId;

/**
 * A transfer as it was reported.
 *
 * @param id of the transfer
 * @param revision of this fact, from 1
 * @param payer the account that paid; its number is empty where the report does not name it
 * @param payee the account that was paid
 * @param amount the sum; empty when not known
 * @param transferredAt when; empty when not known
 * @param serial of the booking, empty when not known
 * @param corrects the transfer that this one puts right
 * @param duplicateOf the transfer of an earlier report that seems to be the same
 * @param isLoss true when the money left the victim's side
 */
public record ReportedTransfer(
        TransferId id,
        int revision,
        AccountRef payer,
        AccountRef payee,
        Optional<Money> amount,
        Optional<Instant> transferredAt,
        String serial,
        Optional<TransferId> corrects,
        Optional<TransferId> duplicateOf,
        boolean isLoss) {}
