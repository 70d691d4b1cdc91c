package org.stoppayment.recovery.payments.grpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.RefundReturn;
import org.stoppayment.proto.gateway.v1.RefundStatus;
import org.stoppayment.recovery.payments.domain.PaymentEvent;
import org.stoppayment.recovery.payments.domain.Receipt;
import org.stoppayment.recovery.payments.domain.RefundAnswer;

/** Parses what institutions tell of payments. Money counts as paid only with all of a receipt: its id, its sum and when. */
final class RefundFeedbackWire {

    /** The field of the receipt, as institutions name it. */
    static final String RECEIPT_ID = "refund.receiptId";

    private RefundFeedbackWire() {}

    static RefundAnswer parse(Feedback feedback) {
        String code = feedback.getResultCode();
        return switch (new ResultCode(code).meaning()) {
            case IN_EFFECT -> paid(code, feedback.getRefund());
            case IN_DOUBT -> RefundAnswer.code(PaymentEvent.UNCLEAR, code, "");
            case NOT_SENT -> RefundAnswer.code(PaymentEvent.NOT_SENT, code, "");
            case DECLINED -> RefundAnswer.code(PaymentEvent.DECLINED, code, "");
            case HELD_BY_OTHER, MANUAL -> RefundAnswer.code(PaymentEvent.NEEDS_PERSON, code, "");
        };
    }

    /** Fields that a feedback about money that was paid must have and lacks. */
    static List<String> missing(Feedback feedback) {
        if (new ResultCode(feedback.getResultCode()).meaning() != ResultCode.Meaning.IN_EFFECT) {
            return List.of();
        }
        RefundStatus status = feedback.getRefund();
        List<String> missing = new ArrayList<>();
        if (status.getReceiptId().isEmpty()) {
            missing.add(RECEIPT_ID);
        }
        if (!status.hasPaidAt()) {
            missing.add("refund.paidAt");
        }
        if (!isSum(status.getPaidFen())) {
            missing.add("refund.amountFen");
        }
        if (status.hasReturned() && !status.getReturned().hasReturnedAt()) {
            missing.add("refund.returned.returnedAt");
        }
        if (status.hasReturned() && !isSum(status.getReturned().getAmountFen())) {
            missing.add("refund.returned.amountFen");
        }
        return missing;
    }

    private static RefundAnswer paid(String code, RefundStatus status) {
        if (status.getReceiptId().isEmpty() || !status.hasPaidAt() || !isSum(status.getPaidFen())) {
            return RefundAnswer.code(PaymentEvent.UNCLEAR, code, "RECEIPT_INCOMPLETE");
        }
        Receipt receipt = new Receipt(
                status.getReceiptId(), status.getPaidFen(), CommonWire.instant(status.getPaidAt()), Optional.empty());
        return new RefundAnswer(
                PaymentEvent.PAID,
                code,
                "",
                Optional.of(receipt),
                status.hasReturned() ? returned(status.getReturned()) : Optional.empty());
    }

    /** Nothing and less than nothing is no payment, whatever the institution calls it; a sum that is not given is 0. */
    private static boolean isSum(long fen) {
        return fen > 0 && fen <= Money.MAX_FEN;
    }

    private static Optional<Receipt.Return> returned(RefundReturn returned) {
        return returned.hasReturnedAt() && isSum(returned.getAmountFen())
                ? Optional.of(new Receipt.Return(
                        returned.getAmountFen(), CommonWire.instant(returned.getReturnedAt()), returned.getReason()))
                : Optional.empty();
    }
}
