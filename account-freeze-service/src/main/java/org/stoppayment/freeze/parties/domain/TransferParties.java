package org.stoppayment.freeze.parties.domain;

import java.time.Instant;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ids.TransferId;

/**
 * Who paid whom, as a report of a case names them.
 *
 * @param transferId of the transfer
 * @param payer the account that paid; its number is empty where nobody has named it
 * @param payee the account that was paid; its number is empty where nobody has named it
 * @param reportedAt when the report was taken
 * @param isCorrected true when another transfer corrects it: it names nobody any more
 */
public record TransferParties(
        TransferId transferId, AccountRef payer, AccountRef payee, Instant reportedAt, boolean isCorrected) {

    /** The same transfer, once another one corrects it. */
    TransferParties corrected() {
        return new TransferParties(transferId, payer, payee, reportedAt, true);
    }

    /** True when it names who paid. */
    boolean hasPayer() {
        return !payer.number().isEmpty();
    }

    /** True when it says that {@code account} was paid, or may have been. */
    boolean isInto(AccountRef.Key account) {
        return !payee.number().isEmpty() && payee.key().mayBe(account);
    }
}
