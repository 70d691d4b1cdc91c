package org.stoppayment.recovery.payments.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.payments.domain.Receipt;

/** What an institution told of a payment. */
@Entity
@Table(name = "refund_receipt")
class ReceiptEntity {

    @EmbeddedId
    Key key;

    @Column(name = "institution_code", updatable = false)
    String institutionCode = "";

    @Column(name = "paid_fen", updatable = false)
    long paidFen;

    @Column(name = "paid_at", updatable = false)
    Instant paidAt;

    @Column(name = "recorded_at", updatable = false)
    Instant recordedAt;

    @Nullable
    @Column(name = "returned_fen")
    Long returnedFen;

    @Nullable
    @Column(name = "returned_at")
    Instant returnedAt;

    @Nullable
    @Column(name = "return_reason")
    String returnReason;

    static ReceiptEntity of(Payment payment, Receipt receipt, Instant now) {
        ReceiptEntity row = new ReceiptEntity();
        row.key = key(payment, receipt);
        row.institutionCode = payment.order().account().institutionCode();
        row.paidFen = receipt.paidFen();
        row.paidAt = receipt.paidAt();
        row.recordedAt = now;
        row.write(receipt);
        return row;
    }

    static Key key(Payment payment, Receipt receipt) {
        return new Key(payment.id().value(), receipt.id());
    }

    void write(Receipt receipt) {
        returnedFen = receipt.returned().map(Receipt.Return::fen).orElse(null);
        returnedAt = receipt.returned().map(Receipt.Return::at).orElse(null);
        returnReason = receipt.returned().map(Receipt.Return::reason).orElse(null);
    }

    Receipt receipt() {
        return new Receipt(
                key.receiptId(),
                paidFen,
                paidAt,
                Optional.ofNullable(returnedFen)
                        .map(fen -> new Receipt.Return(
                                fen,
                                Optional.ofNullable(returnedAt).orElseThrow(),
                                Optional.ofNullable(returnReason).orElse(""))));
    }

    /** The payment and the institution's id. */
    @Embeddable
    record Key(
            @Column(name = "payment_id") UUID paymentId,
            @Column(name = "receipt_id") String receiptId) {}
}
