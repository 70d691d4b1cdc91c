package org.stoppayment.system.testkit;

import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
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

/** The officers who return money: one asks for the approval of a plan and has it paid, another approves it. */
public final class RefundOffice {

    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final String DECISION = "b2".repeat(32);

    private final ServiceClients clients;

    public RefundOffice(ServiceClients clients) {
        this.clients = clients;
    }

    /** Verifies the identity of a case's victim, by a document that no other case has, once fund-recovery knows the case. */
    public void verifyIdentity(String caseId) {
        VerifyIdentityRequest request = VerifyIdentityRequest.newBuilder()
                .setCaseId(caseId)
                .setDocumentDigest(caseId.replace("-", "").repeat(2))
                .setOperator(DispatchDesk.OFFICER)
                .build();
        await().atMost(RunningSuite.TIMEOUT)
                .pollInterval(OFTEN)
                .ignoreExceptionsMatching(
                        failure -> Status.fromThrowable(failure).getCode() == Status.Code.NOT_FOUND)
                .until(() -> clients.victims().verifyIdentity(request).hasVictim());
    }

    /** Has the draft of a case that pays {@code fen} approved and paid. Facts may still arrive, and make a new draft; then that one. */
    public RefundPlan payOnceSettled(String caseId, long fen) {
        return await().atMost(RunningSuite.TIMEOUT)
                .pollInterval(OFTEN)
                .ignoreExceptionsMatching(
                        failure -> Status.fromThrowable(failure).getCode() == Status.Code.FAILED_PRECONDITION)
                .until(
                        () -> {
                            RefundPlan plan = awaitPayable(caseId, fen);
                            approve(plan);
                            pay(plan);
                            return plan;
                        },
                        plan -> true);
    }

    /** The draft of a case that pays {@code fen}, once nothing stands in its way. */
    public RefundPlan awaitPayable(String caseId, long fen) {
        return await("draft of " + fen + " fen without unmet conditions")
                .atMost(RunningSuite.TIMEOUT)
                .pollInterval(OFTEN)
                .until(() -> payable(caseId, fen), Optional::isPresent)
                .map(draft -> plan(draft.getPlanId()))
                .orElseThrow();
    }

    private Optional<RefundPlanSummary> payable(String caseId, long fen) {
        return clients
                .refunds()
                .listRefundPlans(
                        ListRefundPlansRequest.newBuilder().setCaseId(caseId).build())
                .getPlansList()
                .stream()
                .filter(plan -> plan.getState() == RefundPlanState.REFUND_PLAN_STATE_DRAFT)
                .filter(plan -> plan.getUnmetList().isEmpty() && plan.getPayFen() == fen)
                .findFirst();
    }

    /** The plan as it stands. */
    public RefundPlan plan(String planId) {
        return clients.refunds()
                .getRefundPlan(
                        GetRefundPlanRequest.newBuilder().setPlanId(planId).build())
                .getPlan();
    }

    /** Asks for the approval of a plan, which another person gives. */
    private void approve(RefundPlan plan) {
        clients.approvals()
                .submitRefundPlan(SubmitRefundPlanRequest.newBuilder()
                        .setPlanId(plan.getPlanId())
                        .setPlanDigest(plan.getDigest())
                        .setOperator(DispatchDesk.OFFICER)
                        .build());
        clients.approvals()
                .approveRefundPlan(ApproveRefundPlanRequest.newBuilder()
                        .setPlanId(plan.getPlanId())
                        .setPlanDigest(plan.getDigest())
                        .setDocumentDigest(DECISION)
                        .setApprover(Approver.newBuilder()
                                .setOrganisation("city police")
                                .setBadgeNumber("000777")
                                .setLevel(ApprovalLevel.APPROVAL_LEVEL_CITY))
                        .build());
    }

    /** Orders the payments of a plan, or answers those that were ordered. */
    public List<RefundPayment> pay(RefundPlan plan) {
        return clients.payments()
                .payRefundPlan(PayRefundPlanRequest.newBuilder()
                        .setPlanId(plan.getPlanId())
                        .setPlanDigest(plan.getDigest())
                        .setOperator(DispatchDesk.OFFICER)
                        .build())
                .getPaymentsList();
    }

    /** The payments of a plan as they stand. */
    public List<RefundPayment> payments(String planId) {
        return clients.payments()
                .listRefundPayments(
                        ListRefundPaymentsRequest.newBuilder().setPlanId(planId).build())
                .getPaymentsList();
    }

    /** The only payment of a plan, once it is paid. */
    public RefundPayment awaitPaid(String planId) {
        List<RefundPayment> paid = await("payment is paid")
                .atMost(RunningSuite.TIMEOUT)
                .pollInterval(OFTEN)
                .until(
                        () -> DispatchDesk.insist(() -> payments(planId)),
                        payments -> payments.size() == 1
                                && payments.get(0).getState() == RefundPaymentState.REFUND_PAYMENT_STATE_PAID);
        return paid.get(0);
    }
}
