package org.stoppayment.recovery.payments.grpc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPaymentFlag;
import org.stoppayment.proto.recovery.v1.RefundPaymentState;
import org.stoppayment.proto.recovery.v1.RefundReceipt;
import org.stoppayment.recovery.attribution.grpc.ShareWire;
import org.stoppayment.recovery.eligibility.grpc.VictimWire;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.payments.domain.PaymentOrder;
import org.stoppayment.recovery.payments.domain.Receipt;
import org.stoppayment.recovery.shared.grpc.OfficerWire;

/** Parses receipts; renders payments. */
public final class PaymentWire {

    private PaymentWire() {}

    /** A receipt that a person found out; nothing of it came back. */
    static Receipt parse(RefundReceipt receipt, Instant now) {
        return new Receipt(
                receipt.getReceiptId(),
                receipt.getPaidFen(),
                receipt.hasPaidAt() ? CommonWire.instant(receipt.getPaidAt()) : now,
                Optional.empty());
    }

    static List<RefundPayment> render(List<Payment> payments, Instant now) {
        return payments.stream().map(payment -> render(payment, now)).toList();
    }

    /** A payment, with what is odd about it at {@code now}. */
    public static RefundPayment render(Payment payment, Instant now) {
        PaymentOrder order = payment.order();
        RefundPayment.Builder rendered = RefundPayment.newBuilder()
                .setPaymentId(payment.id().toString())
                .setPlanId(order.planId().toString())
                .setCaseId(order.caseId().toString())
                .setAccount(ShareWire.render(order.account()))
                .setFreezeId(order.freezeId().toString())
                .setPayee(VictimWire.render(order.payee()))
                .setAmountFen(order.amountFen())
                .setState(RefundPaymentState.valueOf(
                        "REFUND_PAYMENT_STATE_" + payment.state().name()))
                .setResultCode(payment.resultCode())
                .setDetail(payment.detail())
                .setPaidFen(payment.paidFen())
                .setReturnedFen(payment.returnedFen())
                .addAllReceipts(
                        payment.receipts().stream().map(PaymentWire::render).toList())
                .addAllFlags(payment.flags(now).stream()
                        .map(flag -> RefundPaymentFlag.valueOf("REFUND_PAYMENT_FLAG_" + flag.name()))
                        .toList())
                .setOrderedAt(CommonWire.timestamp(order.orderedAt()))
                .setDeadlineAt(CommonWire.timestamp(order.deadlineAt()))
                .setAttempts(payment.progress().attempts());
        payment.resolution().ifPresent(person -> rendered.setResolvedBy(OfficerWire.render(person.officer()))
                .setResolvedAt(CommonWire.timestamp(person.at()))
                .setResolveReason(person.reason()));
        return rendered.build();
    }

    private static RefundReceipt render(Receipt receipt) {
        RefundReceipt.Builder rendered = RefundReceipt.newBuilder()
                .setReceiptId(receipt.id())
                .setPaidFen(receipt.paidFen())
                .setPaidAt(CommonWire.timestamp(receipt.paidAt()));
        receipt.returned().ifPresent(returned -> rendered.setReturnedFen(returned.fen())
                .setReturnedAt(CommonWire.timestamp(returned.at()))
                .setReturnReason(returned.reason()));
        return rendered.build();
    }
}
