package org.stoppayment.recovery.attribution.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * Money that was paid back to a victim out of an account. It is that victim's money that left.
 *
 * @param paymentId of the payment
 * @param account that it left
 * @param caseId of the victim
 * @param payee the account that was paid
 * @param fen the sum that the victim has
 * @param at when it was paid
 * @param receiptId the institution's id of the payment; empty when it gave several
 */
public record PaidRefund(
        UUID paymentId,
        AccountRef.Key account,
        CaseId caseId,
        AccountRef.Key payee,
        long fen,
        Instant at,
        Optional<String> receiptId) {

    FlowId flowId() {
        return new FlowId(FlowId.Source.REFUND, account, paymentId.toString(), 1);
    }

    /** True for the booking by which the institution tells of the payment. */
    boolean isToldBy(AccountBooking booking) {
        return !booking.isIncoming()
                && booking.account().equals(account)
                && booking.fen() == fen
                && (receiptId.equals(Optional.of(booking.serial()))
                        || booking.counterparty().equals(Optional.of(payee))
                                && booking.at().equals(at));
    }
}
