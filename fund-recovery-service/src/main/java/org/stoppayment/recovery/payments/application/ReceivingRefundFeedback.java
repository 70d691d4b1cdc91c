package org.stoppayment.recovery.payments.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.stoppayment.kernel.ids.PaymentId;
import org.stoppayment.recovery.payments.domain.RefundAnswer;

/** Takes what institutions call back with about payments. */
@ApplicationScoped
public class ReceivingRefundFeedback {

    private final Payments payments;
    private final RecordingPayments recording;

    ReceivingRefundFeedback(Payments payments, RecordingPayments recording) {
        this.payments = payments;
        this.recording = recording;
    }

    /** What was recorded, once it is durable; empty when no such payment was sent to the institution. */
    public Uni<Optional<RecordingPayments.Recorded>> receive(
            String institutionCode, PaymentId id, RefundAnswer answer) {
        return payments.find(id)
                .map(found -> found.filter(
                        payment -> payment.order().account().institutionCode().equals(institutionCode)))
                .chain(payment -> payment.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : recording.record(id, answer).map(Optional::of));
    }
}
