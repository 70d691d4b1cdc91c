package org.stoppayment.recovery.plans.grpc;

import java.util.List;
import java.util.stream.Stream;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.recovery.v1.AccountRefund;
import org.stoppayment.proto.recovery.v1.ConditionCheck;
import org.stoppayment.proto.recovery.v1.Payout;
import org.stoppayment.proto.recovery.v1.PlannedHold;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.proto.recovery.v1.RefundMethod;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.RefundPlanState;
import org.stoppayment.proto.recovery.v1.RefundPlanSummary;
import org.stoppayment.recovery.attribution.grpc.ShareWire;
import org.stoppayment.recovery.eligibility.domain.Eligibility;
import org.stoppayment.recovery.eligibility.grpc.VictimWire;
import org.stoppayment.recovery.plans.application.Plans.StoredPlan;
import org.stoppayment.recovery.plans.domain.Claim;
import org.stoppayment.recovery.plans.domain.PlanSummary;
import org.stoppayment.recovery.plans.domain.PlannedAccount;
import org.stoppayment.recovery.plans.domain.PlannedPayout;
import org.stoppayment.recovery.shared.grpc.OfficerWire;

/** Renders plans. */
public final class PlanWire {

    private PlanWire() {}

    static RefundPlan render(StoredPlan stored) {
        return RefundPlan.newBuilder()
                .setPlanId(stored.plan().id().toString())
                .setState(RefundPlanState.valueOf(
                        "REFUND_PLAN_STATE_" + stored.state().name()))
                .setMadeAt(CommonWire.timestamp(stored.plan().madeAt()))
                .setMadeBy(OfficerWire.render(stored.plan().madeBy()))
                .setDigest(stored.digest())
                .setSupersededByPlanId(
                        stored.supersededBy().map(PlanId::toString).orElse(""))
                .addAllAccounts(
                        stored.plan().accounts().stream().map(PlanWire::render).toList())
                .build();
    }

    /** A plan in short. */
    public static RefundPlanSummary summarize(StoredPlan stored) {
        return summarize(PlanSummary.of(stored.plan(), stored.state(), stored.digest()));
    }

    /** A plan in short. */
    public static RefundPlanSummary summarize(PlanSummary plan) {
        return RefundPlanSummary.newBuilder()
                .setPlanId(plan.id().toString())
                .setState(RefundPlanState.valueOf(
                        "REFUND_PLAN_STATE_" + plan.state().name()))
                .setMadeAt(CommonWire.timestamp(plan.madeAt()))
                .addAllAccounts(plan.accounts().stream().map(ShareWire::render).toList())
                .addAllCaseIds(
                        plan.cases().stream().map(CaseId::toString).sorted().toList())
                .setHeldFen(plan.heldFen())
                .setPayFen(plan.paidFen())
                .addAllUnmet(plan.unmet().stream().map(PlanWire::render).toList())
                .build();
    }

    private static AccountRefund render(PlannedAccount account) {
        return AccountRefund.newBuilder()
                .setAccount(ShareWire.render(account.shares().account()))
                .setShares(ShareWire.render(account.shares()))
                .addAllHolds(account.holds().stream().map(PlanWire::render).toList())
                .setHeldFen(account.held().heldFen())
                .setMethod(
                        RefundMethod.valueOf("REFUND_METHOD_" + account.method().name()))
                .addAllPayouts(account.payouts().stream().map(PlanWire::render).toList())
                .setResidualFen(account.residualFen())
                .addAllFlows(ShareWire.render(account.path()))
                .setIsTruncated(account.path().isTruncated())
                .build();
    }

    private static PlannedHold render(org.stoppayment.recovery.plans.domain.PlannedHold hold) {
        return PlannedHold.newBuilder()
                .setHoldId(hold.id().toString())
                .setCaseId(hold.caseId().toString())
                .setIsFreeze(hold.isFreeze())
                .setHeldFen(hold.heldFen())
                .setExpiresAt(CommonWire.timestamp(hold.expiresAt()))
                .build();
    }

    /** What a victim gets. */
    public static Payout render(PlannedPayout planned) {
        Claim claim = planned.payout().claim();
        Payout.Builder rendered = Payout.newBuilder()
                .setCaseId(claim.caseId().toString())
                .setVictimName(planned.victimName())
                .setShareFen(claim.shareFen())
                .setLossFen(claim.provenLossFen())
                .setRestoredFen(claim.restoredFen())
                .setClaimFen(claim.fen())
                .setPayFen(planned.payout().fen())
                .addAllConditions(checks(planned.eligibility()).toList());
        planned.refundAccount().map(VictimWire::render).ifPresent(rendered::setRefundAccount);
        return rendered.build();
    }

    private static Stream<ConditionCheck> checks(Eligibility eligibility) {
        List<Eligibility.Check> all = eligibility.checks();
        return all.stream().map(check -> ConditionCheck.newBuilder()
                .setCondition(render(check.condition()))
                .setIsMet(check.isMet())
                .setArticle(check.condition().article())
                .build());
    }

    private static RefundCondition render(org.stoppayment.recovery.eligibility.domain.RefundCondition condition) {
        return RefundCondition.valueOf("REFUND_CONDITION_" + condition.name());
    }
}
