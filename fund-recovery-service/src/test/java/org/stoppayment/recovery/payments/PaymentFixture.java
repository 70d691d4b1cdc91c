package org.stoppayment.recovery.payments;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.ApprovalServiceGrpc;
import org.stoppayment.proto.recovery.v1.ApprovalServiceGrpc.ApprovalServiceBlockingStub;
import org.stoppayment.proto.recovery.v1.ApproveRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPaymentsRequest;
import org.stoppayment.proto.recovery.v1.PayRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.PaymentServiceGrpc;
import org.stoppayment.proto.recovery.v1.PaymentServiceGrpc.PaymentServiceBlockingStub;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.SubmitRefundPlanRequest;
import org.stoppayment.recovery.payments.application.SendingPayments;
import org.stoppayment.recovery.plans.PlanFixture;
import org.stoppayment.recovery.testkit.PayingInstitutions;

/** A frozen account of one victim, whose plan is approved and paid. */
public abstract class PaymentFixture extends PlanFixture {

    protected static final Operator CHECKER =
            Operator.newBuilder().setOrganisation("市局").setBadgeNumber("350999").build();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    protected PayingInstitutions institutions; // injected by the resource

    @Inject
    protected SendingPayments sending;

    protected ApprovalServiceBlockingStub approvals;
    protected PaymentServiceBlockingStub payments;
    protected UUID freezeId;

    @BeforeEach
    protected void connect() {
        institutions.forgetAnswers();
        approvals = ApprovalServiceGrpc.newBlockingStub(client.channel());
        payments = PaymentServiceGrpc.newBlockingStub(client.channel());
    }

    /** One victim paid 100 into an account; all of it is frozen, and nothing stands in the way. */
    protected RefundPlan payablePlan() {
        facts.paid(caseOne, collector, 100_00, NOON);
        facts.balance(collector, 100_00, NOON.plusSeconds(600));
        facts.filed(caseOne, "张三", NOON.plusSeconds(900));
        freezeId = facts.hold(caseOne, collector, "FREEZE", 100_00, NOON.plusSeconds(1000));
        verify(caseOne);
        work();
        return draft(caseOne);
    }

    protected void approve(RefundPlan plan) {
        approvals.submitRefundPlan(submission(plan));
        approvals.approveRefundPlan(approval(plan));
    }

    protected static SubmitRefundPlanRequest submission(RefundPlan plan) {
        return SubmitRefundPlanRequest.newBuilder()
                .setPlanId(plan.getPlanId())
                .setPlanDigest(plan.getDigest())
                .setOperator(OFFICER)
                .build();
    }

    protected static ApproveRefundPlanRequest approval(RefundPlan plan) {
        return ApproveRefundPlanRequest.newBuilder()
                .setPlanId(plan.getPlanId())
                .setPlanDigest(plan.getDigest())
                .setDocumentDigest(DIGEST)
                .setApprover(Approver.newBuilder()
                        .setOrganisation(CHECKER.getOrganisation())
                        .setBadgeNumber(CHECKER.getBadgeNumber())
                        .setLevel(ApprovalLevel.APPROVAL_LEVEL_CITY))
                .build();
    }

    protected List<RefundPayment> pay(RefundPlan plan) {
        return payments.payRefundPlan(order(plan)).getPaymentsList();
    }

    protected static PayRefundPlanRequest order(RefundPlan plan) {
        return PayRefundPlanRequest.newBuilder()
                .setPlanId(plan.getPlanId())
                .setPlanDigest(plan.getDigest())
                .setOperator(OFFICER)
                .build();
    }

    protected List<RefundPayment> paymentsOf(RefundPlan plan) {
        return payments.listRefundPayments(ListRefundPaymentsRequest.newBuilder()
                        .setPlanId(plan.getPlanId())
                        .build())
                .getPaymentsList();
    }

    /** Does what is due, once. */
    protected void send() {
        sending.advance().await().atMost(PATIENCE);
    }
}
