package org.stoppayment.recovery.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.RefundStatus;
import org.stoppayment.proto.recovery.v1.NoticeServiceGrpc;
import org.stoppayment.proto.recovery.v1.PublishNoticeRequest;
import org.stoppayment.proto.recovery.v1.RecordRefundFeedbackRequest;
import org.stoppayment.proto.recovery.v1.RefundFeedbackServiceGrpc;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPaymentState;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.RefundPlanState;
import org.stoppayment.proto.recovery.v1.RefundReceipt;
import org.stoppayment.proto.recovery.v1.ResolveRefundPaymentRequest;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.PayingInstitutions.Answer;
import org.stoppayment.recovery.testkit.PayingInstitutionsResource;

/** What happens at the same time, or between a decision and its payment, pays nobody twice and nobody wrongly. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
@QuarkusTestResource(PayingInstitutionsResource.class)
class PaymentFaultsTest extends PaymentFixture {

    @Test
    void freezeThatEndsDuringTheNoticePaysNothing() throws SQLException {
        twoVictimsPay();
        facts.filed(caseOne, "张三", NOON.plusSeconds(900));
        facts.filed(caseTwo, "李四", NOON.plusSeconds(900));
        freezeId = facts.hold(caseOne, collector, "FREEZE", 80_00, NOON.plusSeconds(1000));
        verify(caseOne);
        verify(caseTwo);
        work();
        RefundPlan plan = draft(caseOne);
        publish(plan);
        assertRefused("NOTICE_RUNNING", () -> approvals.submitRefundPlan(submission(plan)));

        new Books(link).run("UPDATE hold SET is_in_effect = false WHERE hold_id = '" + freezeId + "'");
        facts.touch(collector);
        work();

        assertThat(plan(plan.getPlanId()).getState()).isEqualTo(RefundPlanState.REFUND_PLAN_STATE_WITHDRAWN);
        assertRefused("PLAN_SUPERSEDED", () -> approvals.submitRefundPlan(submission(plan)));
        assertRefused("PLAN_SUPERSEDED", () -> pay(plan));
    }

    @Test
    void approvalOfAPlanThatWasSupersededMeanwhileIsRefused() {
        RefundPlan before = payablePlan();
        approvals.submitRefundPlan(submission(before));
        facts.paid(caseTwo, collector, 50_00, NOON.plusSeconds(60));
        facts.filed(caseTwo, "李四", NOON.plusSeconds(900));
        work();

        assertRefused("PLAN_SUPERSEDED", () -> approvals.approveRefundPlan(approval(before)));
        RefundPlan after = draft(caseOne);
        assertRefused(
                "PLAN_CHANGED",
                () -> approvals.approveRefundPlan(approval(after).toBuilder()
                        .setPlanDigest(before.getDigest())
                        .build()));
    }

    @Test
    void caseThatIsWithdrawnAfterTheApprovalIsNotPaid() throws SQLException {
        RefundPlan plan = payablePlan();
        approve(plan);

        withdraw();
        assertRefused("FACTS_CHANGED", () -> pay(plan));
        work();

        assertRefused("PLAN_SUPERSEDED", () -> pay(plan));
        assertThat(standing(caseOne)).as("plans of the case").isZero();
        assertThat(institutions.paidOutOf(freezeId.toString())).isZero();
    }

    @Test
    void noMoreIsPaidThanIsHeldWhenAFreezeHoldsLessThanWasApproved() throws SQLException {
        RefundPlan plan = payablePlan();
        approve(plan);

        new Books(link)
                .run("UPDATE hold SET held_fen = 6000, revision = revision + 1 WHERE hold_id = '" + freezeId + "'");
        facts.balance(collector, 60_00, NOON.plusSeconds(1200));
        assertRefused("FACTS_CHANGED", () -> pay(plan));
        work();

        assertRefused("PLAN_SUPERSEDED", () -> pay(plan));
        assertThat(draft(caseOne).getAccounts(0).getHeldFen()).isEqualTo(60_00);
        assertThat(draft(caseOne).getAccounts(0).getPayouts(0).getPayFen()).isLessThanOrEqualTo(60_00);
        assertThat(institutions.paidOutOf(freezeId.toString())).isZero();
    }

    @Test
    void paymentOfACaseThatIsWithdrawnBeforeItIsSentWaitsForAPerson() throws SQLException {
        RefundPlan plan = payablePlan();
        approve(plan);
        institutions.then(Answer.IS_NOT_REACHED);
        RefundPayment payment = pay(plan).get(0);
        await().untilAsserted(() -> assertThat(paymentsOf(plan).get(0).getState())
                .isEqualTo(RefundPaymentState.REFUND_PAYMENT_STATE_QUEUED));

        withdraw();

        await().untilAsserted(() -> {
            send();
            assertThat(paymentsOf(plan).get(0).getState()).isEqualTo(RefundPaymentState.REFUND_PAYMENT_STATE_MANUAL);
        });
        assertThat(paymentsOf(plan).get(0).getDetail()).isEqualTo("NO_LEGAL_BASIS");
        assertThat(institutions.effectsOf(payment.getPaymentId())).isZero();
    }

    @Test
    void filingThatIsCorrectedAfterTheApprovalIsToldAsItIs() {
        RefundPlan plan = payablePlan();
        approve(plan);
        facts.filingCorrected(caseOne, "B350100");

        RefundPayment payment = pay(plan).get(0);

        await().untilAsserted(() -> assertThat(institutions.orders())
                .filteredOn(order -> order.getApplicationId().equals(payment.getPaymentId()))
                .singleElement()
                .satisfies(order ->
                        assertThat(order.getLegalBasis().getFilingNumber()).isEqualTo("B350100")));
    }

    @Test
    void victimWhoseAccountNobodyVerifiedIsNotPaid() {
        facts.deposited(caseOne, collector, 100_00, NOON);
        facts.creditedInCash(collector, "ATM1", 100_00, NOON.plusSeconds(30));
        facts.balance(collector, 100_00, NOON.plusSeconds(600));
        facts.filed(caseOne, "张三", NOON.plusSeconds(900));
        facts.hold(caseOne, collector, "FREEZE", 100_00, NOON.plusSeconds(1000));
        verify(caseOne);
        work();
        RefundPlan plan = draft(caseOne);

        assertRefused("CONDITION_UNMET", () -> approvals.submitRefundPlan(submission(plan)));
        assertRefused("PLAN_BLOCKED", () -> pay(plan));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, 10_000_000_000_001L})
    void sumThatIsNoneIsNoPayment(long fen) {
        RefundPlan plan = payablePlan();
        approve(plan);
        institutions.then(Answer.TAKES_IT);
        RefundPayment payment = pay(plan).get(0);
        await().untilAsserted(() -> assertThat(paymentsOf(plan).get(0).getState())
                .isEqualTo(RefundPaymentState.REFUND_PAYMENT_STATE_ACCEPTED));

        List<String> missing = RefundFeedbackServiceGrpc.newBlockingStub(client.ofGateway())
                .recordRefundFeedback(RecordRefundFeedbackRequest.newBuilder()
                        .setInstitutionCode("102100099996")
                        .setFeedback(Feedback.newBuilder()
                                .setApplicationId(payment.getPaymentId())
                                .setResultCode("0000")
                                .setRefund(RefundStatus.newBuilder()
                                        .setReceiptId("R-9")
                                        .setPaidAt(payment.getOrderedAt())
                                        .setPaidFen(fen)))
                        .build())
                .getMissingList();

        assertThat(missing).containsExactly("refund.amountFen");
        assertThat(paymentsOf(plan).get(0).getPaidFen()).isZero();
        assertThat(paymentsOf(plan).get(0).getState()).isEqualTo(RefundPaymentState.REFUND_PAYMENT_STATE_IN_DOUBT);
        assertRefused(
                "receipt.paidFen",
                () -> payments.resolveRefundPayment(ResolveRefundPaymentRequest.newBuilder()
                        .setPaymentId(payment.getPaymentId())
                        .setReceipt(
                                RefundReceipt.newBuilder().setReceiptId("R-9").setPaidFen(fen))
                        .setReason("fax")
                        .setOperator(OFFICER)
                        .build()));
    }

    private void withdraw() throws SQLException {
        new Books(link).run("UPDATE recovery_case SET is_withdrawn = true WHERE case_id = '" + caseOne + "'");
        facts.touch(collector);
    }

    private void publish(RefundPlan plan) {
        NoticeServiceGrpc.newBlockingStub(client.channel())
                .publishNotice(PublishNoticeRequest.newBuilder()
                        .setPlanId(plan.getPlanId())
                        .setOperator(OFFICER)
                        .build());
    }

    private static void assertRefused(String text, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(StatusRuntimeException.class)
                .extracting(failure -> StatusProto.fromThrowable(failure).toString())
                .asString()
                .contains(text);
    }
}
