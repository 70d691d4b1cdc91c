package org.stoppayment.recovery.payments.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.recovery.payments.domain.Receipt.Return;

/**
 * What is known after a message to an institution, or from one.
 *
 * @param event what happened
 * @param resultCode of the institution, empty when there is none
 * @param detail why; may be empty
 * @param receipt of a payment; empty when it did not pay, or did not say all of it
 * @param returned when the money of the receipt came back; empty when it did not
 */
public record RefundAnswer(
        PaymentEvent event, String resultCode, String detail, Optional<Receipt> receipt, Optional<Return> returned) {

    /** Something happened that is no word of the institution about money. */
    public static RefundAnswer of(PaymentEvent event, String detail) {
        return new RefundAnswer(event, "", detail, Optional.empty(), Optional.empty());
    }

    /** The institution answered with a code, and told of no payment. */
    public static RefundAnswer code(PaymentEvent event, String resultCode, String detail) {
        return new RefundAnswer(event, resultCode, detail, Optional.empty(), Optional.empty());
    }

    /** The same answer as if it had told of no receipt; {@code why} it does not count. */
    public RefundAnswer withoutReceipt(String why) {
        return code(PaymentEvent.UNCLEAR, resultCode, why);
    }

    /** What becomes of a payment; empty when this says nothing new. */
    public Optional<Payment> applyTo(Payment payment, Instant at) {
        if (receipt.isEmpty()) {
            return payment.after(event, resultCode, detail, at);
        }
        Optional<Payment> paid = payment.receipted(receipt.get(), resultCode, at);
        Payment known = paid.orElse(payment);
        Optional<Payment> back =
                returned.flatMap(money -> known.cameBack(receipt.get().id(), money, at));
        return back.isPresent() ? back : paid;
    }
}
