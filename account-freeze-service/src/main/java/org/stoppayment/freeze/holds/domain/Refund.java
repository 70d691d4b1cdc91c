package org.stoppayment.freeze.holds.domain;

import java.time.Instant;
import java.util.List;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PaymentId;

/**
 * What is paid to a victim by one payment out of a freeze (资金返还), or what of it is still paid after some came back.
 *
 * @param paymentId of the payment
 * @param freezeId that it was paid out of
 * @param caseId the case of that freeze
 * @param revision grows with each change of the payment, from 1
 * @param paid by this payment in all, since this revision; zero when all of it came back
 * @param occurredAt when the institution paid, or when the money came back
 * @param receiptIds the institution's ids of it: the serials of its bookings
 * @param payeeNumber number of the account that was paid, empty when not known
 */
public record Refund(
        PaymentId paymentId,
        ApplicationId freezeId,
        CaseId caseId,
        int revision,
        Money paid,
        Instant occurredAt,
        List<String> receiptIds,
        String payeeNumber) {

    public Refund {
        receiptIds = List.copyOf(receiptIds);
    }

    /** The same, not ahead of {@code now}: a payment that is known of has been made, whatever the other clock says. */
    public Refund notAfter(Instant now) {
        return occurredAt.isAfter(now)
                ? new Refund(paymentId, freezeId, caseId, revision, paid, now, receiptIds, payeeNumber)
                : this;
    }
}
