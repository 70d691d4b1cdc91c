package org.stoppayment.recovery.payments.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.stream.Stream;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.proto.recovery.v1.RefundChanged;
import org.stoppayment.recovery.payments.application.PaymentEvents;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.payments.domain.Receipt;

/** Renders what account-freeze is told of payments. */
@ApplicationScoped
class RefundChangedEvents implements PaymentEvents {

    private final Ids ids;

    RefundChangedEvents(Ids ids) {
        this.ids = ids;
    }

    @Override
    public OutboxEvent changed(Payment payment, Instant at) {
        Instant occurredAt = payment.receipts().stream()
                .flatMap(receipt ->
                        Stream.concat(Stream.of(receipt.paidAt()), receipt.returned().map(Receipt.Return::at).stream()))
                .max(Instant::compareTo)
                // Nothing was paid before it was ordered, whatever the institution says: what it told of the freeze
                // before lacks nothing.
                .filter(told -> told.isAfter(payment.order().orderedAt()))
                .orElse(payment.order().orderedAt());
        return OutboxEvent.of(
                new EventId(ids.next()),
                payment.order().freezeCaseId(),
                at,
                RefundChanged.newBuilder()
                        .setPaymentId(payment.id().toString())
                        .setFreezeId(payment.order().freezeId().toString())
                        .setCaseId(payment.order().freezeCaseId().toString())
                        .setRevision(payment.revision())
                        .setPaidFen(payment.keptFen())
                        .setOccurredAt(CommonWire.timestamp(occurredAt))
                        .addAllReceiptIds(
                                payment.receipts().stream().map(Receipt::id).toList())
                        .setPayee(CommonWire.account(
                                payment.order().payee().institutionCode(),
                                payment.order().payee().number(),
                                payment.order().payee().name(),
                                payment.order().payee().kind()))
                        .build());
    }
}
