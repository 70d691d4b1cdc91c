package org.stoppayment.recovery.payments.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.kernel.PaymentId;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.payments.domain.PaymentEvent;
import org.stoppayment.recovery.payments.domain.PaymentState;
import org.stoppayment.recovery.payments.domain.Receipt;
import org.stoppayment.recovery.payments.domain.RefundAnswer;

/** Lets a person say what the institution did about a payment, when it cannot be found out otherwise. */
@ApplicationScoped
public class ResolvingPayments {

    private static final int MAX_RECEIPT = 64;

    private final Payments payments;
    private final RecordingPayments recording;

    ResolvingPayments(Payments payments, RecordingPayments recording) {
        this.payments = payments;
        this.recording = recording;
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
        PaymentId id = PaymentId.of(paymentId);
        String told = officer.organisation() + " " + officer.badgeNumber() + ": " + reason;
        RefundAnswer answer = receipt.map(
                        given -> new RefundAnswer(PaymentEvent.PAID, "", told, Optional.of(given), Optional.empty()))
                .orElseGet(() -> RefundAnswer.of(PaymentEvent.DECLINED, told));
        return payments.find(id)
                .map(found -> found.orElseThrow(() -> new ServiceException.NotFound("paymentId", paymentId)))
                .invoke(ResolvingPayments::requireManual)
                .chain(payment -> recording.record(id, answer).map(changed -> changed.orElse(payment)));
    }

    private static void requireManual(Payment payment) {
        if (payment.state() != PaymentState.MANUAL) {
            throw new ServiceException.Refusal(
                    "NOT_MANUAL", "state: " + payment.state() + " (expected: a payment that needs a person)");
        }
    }
}
