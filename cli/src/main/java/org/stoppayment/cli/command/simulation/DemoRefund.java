package org.stoppayment.cli.command.simulation;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.waiting.Polling;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.ApproveRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.GetRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPaymentsRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPlansRequest;
import org.stoppayment.proto.recovery.v1.PayRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPaymentState;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.RefundPlanState;
import org.stoppayment.proto.recovery.v1.RefundPlanSummary;
import org.stoppayment.proto.recovery.v1.SubmitRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.VerifyIdentityRequest;

/** Gives the frozen money of a case of the demo back (返还). The officers and the papers are made up. */
final class DemoRefund {

    private static final String POLICE = "110";
    private static final String DIGEST = "0".repeat(64);
    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final Duration POLL = Duration.ofMillis(200);

    private final ServiceClients clients;

    DemoRefund(ServiceClients clients) {
        this.clients = clients;
    }

    /**
     * What was given back of a case.
     *
     * @param name of the case
     * @param plans that were paid
     * @param payments of them, as they stand in the end
     */
    record GivenBack(String name, List<RefundPlan> plans, List<RefundPayment> payments) {

        /** True when something was to be paid, and all of it was. */
        boolean asExpected() {
            return !payments.isEmpty()
                    && payments.stream()
                            .allMatch(payment -> payment.getState() == RefundPaymentState.REFUND_PAYMENT_STATE_PAID
                                    && payment.getPaidFen() == payment.getAmountFen());
        }

        /** Sum that was paid, in fen. */
        long paidFen() {
            return payments.stream().mapToLong(RefundPayment::getPaidFen).sum();
        }
    }

    /** Verifies the victim, waits for the plans of the case, has them approved by another officer, and pays them. */
    GivenBack giveBack(String name, String caseId) {
        clients.victims()
                .verifyIdentity(VerifyIdentityRequest.newBuilder()
                        .setCaseId(caseId)
                        .setDocumentDigest(identityOf(caseId))
                        .setOperator(officer())
                        .build());
        List<RefundPlan> paid = new ArrayList<>();
        List<RefundPayment> payments = new ArrayList<>();
        for (RefundPlanSummary summary : ready(caseId)) {
            RefundPlan plan = plan(summary);
            if (pay(plan)) {
                paid.add(plan);
                payments.addAll(ended(plan));
            }
        }
        return new GivenBack(name, paid, payments);
    }

    /** The digest of a document that no other victim has: cases with the same are of one person. */
    private static String identityOf(String caseId) {
        String hex = caseId.replace("-", "");
        return "0".repeat(DIGEST.length() - hex.length()) + hex;
    }

    /** Statements arrive, shares are computed and plans drafted a moment later. */
    private List<RefundPlanSummary> ready(String caseId) {
        return Polling.until(
                        TIMEOUT,
                        POLL,
                        () -> drafts(caseId),
                        found -> !found.isEmpty() && found.stream().allMatch(plan -> plan.getUnmetCount() == 0))
                .stream()
                .filter(plan -> plan.getPayFen() > 0 && plan.getUnmetCount() == 0)
                .toList();
    }

    private List<RefundPlanSummary> drafts(String caseId) {
        return clients
                .refunds()
                .listRefundPlans(
                        ListRefundPlansRequest.newBuilder().setCaseId(caseId).build())
                .getPlansList()
                .stream()
                .filter(plan -> plan.getState() == RefundPlanState.REFUND_PLAN_STATE_DRAFT)
                .toList();
    }

    private RefundPlan plan(RefundPlanSummary summary) {
        return clients.refunds()
                .getRefundPlan(GetRefundPlanRequest.newBuilder()
                        .setPlanId(summary.getPlanId())
                        .build())
                .getPlan();
    }

    /** False when a rule says no: the plan stays as it is. */
    private boolean pay(RefundPlan plan) {
        try {
            clients.approvals()
                    .submitRefundPlan(SubmitRefundPlanRequest.newBuilder()
                            .setPlanId(plan.getPlanId())
                            .setPlanDigest(plan.getDigest())
                            .setOperator(officer())
                            .build());
            clients.approvals()
                    .approveRefundPlan(ApproveRefundPlanRequest.newBuilder()
                            .setPlanId(plan.getPlanId())
                            .setPlanDigest(plan.getDigest())
                            .setDocumentDigest(DIGEST)
                            .setApprover(chief())
                            .build());
            clients.payments()
                    .payRefundPlan(PayRefundPlanRequest.newBuilder()
                            .setPlanId(plan.getPlanId())
                            .setPlanDigest(plan.getDigest())
                            .setOperator(officer())
                            .build());
            return true;
        } catch (StatusRuntimeException refused) {
            if (refused.getStatus().getCode() == Status.Code.FAILED_PRECONDITION) {
                return false;
            }
            throw refused;
        }
    }

    private List<RefundPayment> ended(RefundPlan plan) {
        return Polling.until(
                TIMEOUT,
                POLL,
                () -> clients.payments()
                        .listRefundPayments(ListRefundPaymentsRequest.newBuilder()
                                .setPlanId(plan.getPlanId())
                                .build())
                        .getPaymentsList(),
                found -> !found.isEmpty() && found.stream().allMatch(DemoRefund::hasEnded));
    }

    private static boolean hasEnded(RefundPayment payment) {
        return switch (payment.getState()) {
            case REFUND_PAYMENT_STATE_PAID, REFUND_PAYMENT_STATE_DECLINED, REFUND_PAYMENT_STATE_RETURNED -> true;
            default -> false;
        };
    }

    private static Approver chief() {
        return Approver.newBuilder()
                .setOrganisation(POLICE)
                .setBadgeNumber("000001")
                .setLevel(ApprovalLevel.APPROVAL_LEVEL_CITY)
                .build();
    }

    private static Operator officer() {
        return Operator.newBuilder()
                .setOrganisation(POLICE)
                .setBadgeNumber("100234")
                .build();
    }
}
