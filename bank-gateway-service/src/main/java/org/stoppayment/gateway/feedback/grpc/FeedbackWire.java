package org.stoppayment.gateway.feedback.grpc;

import java.util.List;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.FreezeStatus;
import org.stoppayment.proto.gateway.v1.Inflow;
import org.stoppayment.proto.gateway.v1.Outflow;
import org.stoppayment.proto.gateway.v1.OutflowKind;
import org.stoppayment.proto.gateway.v1.RefundReturn;
import org.stoppayment.proto.gateway.v1.RefundStatus;

/** Renders feedback, for outcomes, for account-freeze and for fund-recovery. */
public final class FeedbackWire {

    private FeedbackWire() {}

    /** The feedback as a message. */
    public static Feedback render(org.stoppayment.gateway.feedback.domain.Feedback feedback) {
        Feedback.Builder wire = Feedback.newBuilder()
                .setApplicationId(feedback.id().value())
                .setResultCode(feedback.resultCode().value())
                .addAllMismatched(feedback.mismatched())
                .setComplete(feedback.complete());
        feedback.stoppedAt().ifPresent(at -> wire.setStoppedAt(CommonWire.timestamp(at)));
        feedback.balance().ifPresent(balance -> wire.setBalanceFen(balance.fen()));
        feedback.outflows().forEach(outflow -> wire.addOutflows(outflow(outflow)));
        feedback.inflows().forEach(inflow -> wire.addInflows(inflow(inflow)));
        feedback.freeze().ifPresent(freeze -> wire.setFreeze(freeze(freeze, feedback.unreadableFreeze())));
        feedback.refund().ifPresent(refund -> wire.setRefund(refund(refund, feedback.unreadableRefund())));
        return wire.addAllUnreadable(feedback.unreadableBookings()).build();
    }

    private static FreezeStatus freeze(
            org.stoppayment.gateway.feedback.domain.FreezeStatus freeze, List<String> unreadable) {
        FreezeStatus.Builder wire = FreezeStatus.newBuilder().addAllUnreadable(unreadable);
        freeze.frozenAt().ifPresent(at -> wire.setFrozenAt(CommonWire.timestamp(at)));
        freeze.frozen().ifPresent(frozen -> wire.setFrozenFen(frozen.fen()));
        freeze.waitingPlace().ifPresent(wire::setWaitingPlace);
        return wire.build();
    }

    private static RefundStatus refund(
            org.stoppayment.gateway.feedback.domain.RefundStatus refund, List<String> unreadable) {
        RefundStatus.Builder wire = RefundStatus.newBuilder().addAllUnreadable(unreadable);
        refund.receiptId().ifPresent(wire::setReceiptId);
        refund.paidAt().ifPresent(at -> wire.setPaidAt(CommonWire.timestamp(at)));
        refund.paid().ifPresent(paid -> wire.setPaidFen(paid.fen()));
        refund.frozen().ifPresent(frozen -> wire.setFrozenFen(frozen.fen()));
        refund.returned().ifPresent(back -> wire.setReturned(returned(back)));
        return wire.build();
    }

    private static RefundReturn returned(org.stoppayment.gateway.feedback.domain.RefundReturn back) {
        RefundReturn.Builder wire = RefundReturn.newBuilder().setReason(back.reason());
        back.returnedAt().ifPresent(at -> wire.setReturnedAt(CommonWire.timestamp(at)));
        back.amount().ifPresent(amount -> wire.setAmountFen(amount.fen()));
        back.frozen().ifPresent(frozen -> wire.setFrozenFen(frozen.fen()));
        return wire.build();
    }

    private static Inflow inflow(org.stoppayment.gateway.feedback.domain.Inflow inflow) {
        Inflow.Builder wire = Inflow.newBuilder()
                .setSerial(inflow.serial())
                .setAmountFen(inflow.amount().fen())
                .setBookedAt(CommonWire.timestamp(inflow.bookedAt()));
        inflow.payer().ifPresent(payer -> wire.setPayer(account(payer)));
        return wire.build();
    }

    private static Outflow outflow(org.stoppayment.gateway.feedback.domain.Outflow outflow) {
        Outflow.Builder wire = Outflow.newBuilder()
                .setSerial(outflow.serial())
                .setKind(kind(outflow.kind()))
                .setAmountFen(outflow.amount().fen())
                .setBookedAt(CommonWire.timestamp(outflow.bookedAt()))
                .setSequence(outflow.sequence());
        outflow.payee().ifPresent(payee -> wire.setPayee(account(payee)));
        return wire.build();
    }

    private static OutflowKind kind(org.stoppayment.gateway.feedback.domain.OutflowKind kind) {
        return switch (kind) {
            case TRANSFER -> OutflowKind.OUTFLOW_KIND_TRANSFER;
            case CASH -> OutflowKind.OUTFLOW_KIND_CASH;
            case MERCHANT -> OutflowKind.OUTFLOW_KIND_MERCHANT;
        };
    }

    private static org.stoppayment.proto.common.v1.Account account(Account account) {
        return CommonWire.account(account.institutionCode(), account.number(), account.name(), account.kind());
    }
}
