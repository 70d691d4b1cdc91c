package org.stoppayment.recovery.payments.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.PaymentId;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.payments.domain.PaymentEvent;
import org.stoppayment.recovery.payments.domain.Receipt;
import org.stoppayment.recovery.payments.domain.RefundAnswer;

/**
 * Lets a person say what the institution did about a payment, when it cannot be found out otherwise; and call off one that was never sent, which
 * is said as not paid.
 */
@ApplicationScoped
public class ResolvingPayments {

    private static final int MAX_RECEIPT = 64;

    private final Payments payments;
    private final RecordingPayments recording;
    private final InstantSource clock;

    ResolvingPayments(Payments payments, RecordingPayments recording, InstantSource clock) {
        this.payments = payments;
        this.recording = recording;
        this.clock = clock;
    }

    /**
     * The payment afterwards.
     *
     * @param receipt when the institution paid; empty when it did not
     */
    public Uni<Payment> resolve(String paymentId, Optional<Receipt> receipt, String reason, Officer officer) {
        OfficerChecks checks =
                new OfficerChecks().id("paymentId", paymentId).reason(reason).officer("operator", officer);
        receipt.ifPresent(given -> {
            checks.text("receipt.receiptId", given.id(), MAX_RECEIPT).sum("receipt.paidFen", given.paidFen());
            if (given.paidFen() == 0) {
                checks.reject("receipt.paidFen", "OUT_OF_RANGE", "0", "above 0");
            }
        });
        checks.refuse();
        Instant now = clock.instant();
        RefundAnswer answer = receipt.map(
                        given -> new RefundAnswer(PaymentEvent.PAID, "", "", Optional.of(given), Optional.empty()))
                .orElseGet(() -> RefundAnswer.of(PaymentEvent.DECLINED, "NOT_PAID"));
        Payment.Resolution resolution = new Payment.Resolution(officer, now, reason);
        PaymentId id = PaymentId.of(paymentId);
        return payments.find(id)
                .map(found -> found.orElseThrow(() -> new ServiceException.NotFound("paymentId", paymentId)))
                .chain(payment -> recording
                        .resolve(id, known -> resolved(known, receipt, answer, resolution, now))
                        .onFailure(ReceiptOfAnotherPayment.class)
                        .transform(failure -> receiptOfAnother(receipt))
                        .map(changed -> changed.orElse(payment)));
    }

    private static ServiceException.Refusal receiptOfAnother(Optional<Receipt> receipt) {
        return new ServiceException.Refusal(
                ReceiptOfAnotherPayment.CODE,
                "receipt.receiptId: " + receipt.map(Receipt::id).orElse("")
                        + " (expected: one that the institution gave for no other payment)");
    }

    /** Under the lock of the payment: what the institution told meanwhile counts. */
    private static Optional<Payment> resolved(
            Payment payment,
            Optional<Receipt> receipt,
            RefundAnswer answer,
            Payment.Resolution resolution,
            Instant now) {
        if (!payment.mayBeResolved(now)) {
            throw new ServiceException.Refusal(
                    "NOT_MANUAL",
                    "state: " + payment.state()
                            + " (expected: a payment that needs a person, is overdue, or was never sent)");
        }
        receipt.filter(given -> given.paidFen() > payment.order().amountFen()).ifPresent(given -> {
            throw new ServiceException.InvalidInput(
                    "receipt.paidFen",
                    "OUT_OF_RANGE",
                    "value: " + given.paidFen() + " (expected: at most "
                            + payment.order().amountFen() + ")");
        });
        return answer.applyTo(payment, now).map(after -> after.resolvedBy(resolution));
    }
}
