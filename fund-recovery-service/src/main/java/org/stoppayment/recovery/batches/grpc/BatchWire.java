package org.stoppayment.recovery.batches.grpc;

import java.time.Instant;
import org.stoppayment.kernel.ids.BatchId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.recovery.v1.LeftOutPlan;
import org.stoppayment.proto.recovery.v1.LeftOutReason;
import org.stoppayment.proto.recovery.v1.PreviewRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.RefundBatchLine;
import org.stoppayment.proto.recovery.v1.RefundBatchLineState;
import org.stoppayment.proto.recovery.v1.RefundBatchOutcome;
import org.stoppayment.proto.recovery.v1.RefundBatchPayout;
import org.stoppayment.proto.recovery.v1.RefundBatchResult;
import org.stoppayment.proto.recovery.v1.RefundBatchState;
import org.stoppayment.proto.recovery.v1.RefundBatchTotal;
import org.stoppayment.proto.recovery.v1.RefundMethod;
import org.stoppayment.proto.recovery.v1.SelectedPlan;
import org.stoppayment.recovery.attribution.grpc.ShareWire;
import org.stoppayment.recovery.batches.application.Selection;
import org.stoppayment.recovery.batches.application.Selection.LeftOut;
import org.stoppayment.recovery.batches.application.ViewingBatches.Viewed;
import org.stoppayment.recovery.batches.application.ViewingPayouts.BatchPayout;
import org.stoppayment.recovery.batches.domain.BatchLine;
import org.stoppayment.recovery.batches.domain.LineResult;
import org.stoppayment.recovery.batches.domain.LineState;
import org.stoppayment.recovery.batches.domain.LineTotal;
import org.stoppayment.recovery.eligibility.grpc.VictimWire;
import org.stoppayment.recovery.notices.grpc.NoticeWire;
import org.stoppayment.recovery.payments.grpc.PaymentWire;
import org.stoppayment.recovery.plans.domain.PlannedPayout;
import org.stoppayment.recovery.plans.grpc.PlanWire;
import org.stoppayment.recovery.shared.grpc.OfficerWire;

/** Renders batches. */
final class BatchWire {

    private BatchWire() {}

    static PreviewRefundBatchResponse render(Selection selection) {
        return PreviewRefundBatchResponse.newBuilder()
                .addAllPlans(selection.plans().stream()
                        .map(plan -> SelectedPlan.newBuilder()
                                .setPlan(PlanWire.summarize(plan))
                                .setPlanDigest(plan.digest())
                                .build())
                        .toList())
                .setPayFen(selection.payFen())
                .addAllLeftOut(
                        selection.leftOut().stream().map(BatchWire::render).toList())
                .setDigest(selection.digest())
                .build();
    }

    private static LeftOutPlan render(LeftOut each) {
        return LeftOutPlan.newBuilder()
                .setPlan(PlanWire.summarize(each.plan()))
                .setReason(
                        LeftOutReason.valueOf("LEFT_OUT_REASON_" + each.reason().name()))
                .addAllBlockers(NoticeWire.blockers(each.blockers()))
                .setBatchId(each.batch().map(BatchId::toString).orElse(""))
                .build();
    }

    static RefundBatch render(Viewed viewed) {
        org.stoppayment.recovery.batches.domain.RefundBatch batch = viewed.batch();
        RefundBatch.Builder rendered = RefundBatch.newBuilder()
                .setBatchId(batch.id().toString())
                .setCriteria(BatchRequests.render(batch.criteria()))
                .setMadeAt(CommonWire.timestamp(batch.madeAt()))
                .setMadeBy(OfficerWire.render(batch.madeBy()))
                .setDigest(batch.digest())
                .setPlans(batch.plans())
                .setPayFen(batch.payFen())
                .setState(RefundBatchState.valueOf(
                        "REFUND_BATCH_STATE_" + viewed.state().name()))
                .addAllTotals(viewed.totals().stream().map(BatchWire::render).toList());
        batch.rejection().ifPresent(rejection -> rendered.setRejectedBy(OfficerWire.render(rejection.officer()))
                .setRejectedAt(CommonWire.timestamp(rejection.at()))
                .setRejectReason(rejection.reason()));
        return rendered.build();
    }

    private static RefundBatchTotal render(LineTotal total) {
        return RefundBatchTotal.newBuilder()
                .setState(render(total.state()))
                .setPlans(total.plans())
                .setPayFen(total.payFen())
                .setPaidFen(total.paidFen())
                .build();
    }

    private static RefundBatchLineState render(LineState state) {
        return RefundBatchLineState.valueOf("REFUND_BATCH_LINE_STATE_" + state.name());
    }

    static RefundBatchLine render(BatchLine line) {
        return RefundBatchLine.newBuilder()
                .setNumber(line.number())
                .setPlanId(line.plan().planId().toString())
                .setPlanDigest(line.plan().planDigest())
                .setPayFen(line.plan().payFen())
                .setState(render(line.state()))
                .setPaidFen(line.paidFen())
                .setSupersededByPlanId(line.supersededBy().map(PlanId::toString).orElse(""))
                .build();
    }

    static RefundBatchPayout render(BatchPayout each, Instant now) {
        PlannedPayout planned = each.part().payout();
        RefundBatchPayout.Builder rendered = RefundBatchPayout.newBuilder()
                .setLine(render(each.line()))
                .setCaseId(planned.payout().claim().caseId().toString())
                .setStation(each.station().orElse(""))
                .setVictimName(planned.victimName())
                .setAccount(ShareWire.render(each.account()))
                .setFreezeId(each.part().freeze().id().toString())
                .setMethod(RefundMethod.valueOf("REFUND_METHOD_" + each.method().name()))
                .setAmountFen(each.part().fen());
        planned.refundAccount().map(VictimWire::render).ifPresent(rendered::setPayee);
        each.payment().map(payment -> PaymentWire.render(payment, now)).ifPresent(rendered::setPayment);
        return rendered.build();
    }

    static RefundBatchResult render(LineResult result) {
        return RefundBatchResult.newBuilder()
                .setNumber(result.line().number())
                .setPlanId(result.line().plan().planId().toString())
                .setPayFen(result.line().plan().payFen())
                .setOutcome(RefundBatchOutcome.valueOf(
                        "REFUND_BATCH_OUTCOME_" + result.outcome().name()))
                .setCode(result.code())
                .setReason(result.reason())
                .build();
    }
}
