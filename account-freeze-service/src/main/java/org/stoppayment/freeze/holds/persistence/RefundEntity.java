package org.stoppayment.freeze.holds.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.stoppayment.freeze.holds.domain.Refund;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PaymentId;

/** A revision of a payment out of a freeze. */
@Entity
@Table(name = "freeze_refund")
class RefundEntity {

    @EmbeddedId
    Key key;

    @Column(name = "freeze_id")
    UUID freezeId;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "paid_fen")
    long paidFen;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "receipt_ids")
    String[] receiptIds;

    @Column(name = "payee_number")
    String payeeNumber;

    static RefundEntity of(Refund refund) {
        RefundEntity row = new RefundEntity();
        row.key = key(refund);
        row.freezeId = refund.freezeId().value();
        row.caseId = refund.caseId().value();
        row.paidFen = refund.paid().fen();
        row.occurredAt = refund.occurredAt();
        row.receiptIds = refund.receiptIds().toArray(String[]::new);
        row.payeeNumber = refund.payeeNumber();
        return row;
    }

    static Key key(Refund refund) {
        return new Key(refund.paymentId().value(), refund.revision());
    }

    Refund refund() {
        return new Refund(
                new PaymentId(key.paymentId()),
                new ApplicationId(freezeId),
                new CaseId(caseId),
                key.revision(),
                Money.ofFen(paidFen),
                occurredAt,
                List.of(receiptIds),
                payeeNumber);
    }

    /** The payment, and its revision. */
    @Embeddable
    record Key(
            @Column(name = "payment_id") UUID paymentId,
            @Column(name = "revision") int revision) {}
}
