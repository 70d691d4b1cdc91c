package org.stoppayment.recovery.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.FreshIds;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.gateway.v1.SendRefundRequest;
import org.stoppayment.proto.recovery.v1.AccountRefund;
import org.stoppayment.proto.recovery.v1.InterestRelation;
import org.stoppayment.proto.recovery.v1.NoticeServiceGrpc;
import org.stoppayment.proto.recovery.v1.ObjectToPlanRequest;
import org.stoppayment.proto.recovery.v1.RecordProvenLossRequest;
import org.stoppayment.proto.recovery.v1.RefundChanged;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPaymentState;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.RefundPlanState;
import org.stoppayment.proto.recovery.v1.VictimServiceGrpc;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.FactRows;
import org.stoppayment.recovery.testkit.PayingInstitutionsResource;

/** An approved plan is paid once, out of what is frozen, to the account that paid. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
@QuarkusTestResource(PayingInstitutionsResource.class)
class PayingPlansTest extends PaymentFixture {

    @Test
    void approvedPlanIsPaidToTheAccountThatPaid() {
        RefundPlan plan = payablePlan();
        approve(plan);

        RefundPayment payment = pay(plan).get(0);

        await().untilAsserted(() ->
                assertThat(paymentsOf(plan).get(0).getState()).isEqualTo(RefundPaymentState.REFUND_PAYMENT_STATE_PAID));
        SendRefundRequest order = orderOf(payment);
        assertThat(order.getAmountFen()).isEqualTo(100_00);
        assertThat(order.getPayee().getNumber())
                .isEqualTo(FactRows.ofVictim(caseOne).number());
        assertThat(order.getFreezeApplicationId()).isEqualTo(freezeId.toString());
        assertThat(order.getPlanDigest()).isEqualTo(plan.getDigest());
        assertThat(order.getLegalBasis().getDocumentDigest()).isEqualTo(DIGEST);
        assertThat(paymentsOf(plan).get(0).getReceipts(0).getPaidFen()).isEqualTo(100_00);
        assertThat(plan(plan.getPlanId()).getState()).isEqualTo(RefundPlanState.REFUND_PLAN_STATE_PAID);
        await().untilAsserted(() -> assertThat(told(payment)).containsExactly(100_00L));
        work();
        assertThat(standing(caseOne)).as("nothing is left to plan").isEqualTo(1); // the paid one
    }

    @Test
    void paidAgainItAnswersTheSamePayments() {
        RefundPlan plan = payablePlan();
        approve(plan);

        List<CompletableFuture<List<RefundPayment>>> calls = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            calls.add(CompletableFuture.supplyAsync(() -> pay(plan)));
        }
        Set<String> ids = new HashSet<>();
        calls.forEach(call -> call.join().forEach(payment -> ids.add(payment.getPaymentId())));

        assertThat(ids).hasSize(1);
        await().untilAsserted(() ->
                assertThat(paymentsOf(plan).get(0).getState()).isEqualTo(RefundPaymentState.REFUND_PAYMENT_STATE_PAID));
        assertThat(institutions.effectsOf(ids.iterator().next())).isEqualTo(1);
        assertThat(institutions.paidOutOf(freezeId.toString())).isEqualTo(100_00);
    }

    @Test
    void whoAsksDoesNotApprove() {
        RefundPlan plan = payablePlan();
        approvals.submitRefundPlan(submission(plan));

        assertRefused(
                "SAME_PERSON",
                () -> approvals.approveRefundPlan(approval(plan).toBuilder()
                        .setApprover(approval(plan).getApprover().toBuilder().setBadgeNumber(OFFICER.getBadgeNumber()))
                        .build()));
        assertRefused(
                "SAME_PERSON", // however the badge is typed
                () -> approvals.approveRefundPlan(approval(plan).toBuilder()
                        .setApprover(approval(plan).getApprover().toBuilder().setBadgeNumber(" ３５０１００"))
                        .build()));
        assertRefused("NOT_APPROVED", () -> pay(plan));
        assertThatThrownBy(() -> new Books(link)
                        .run(
                                "UPDATE refund_approval SET state = 'APPROVED', decided_by = submitted_by, decided_key = submitted_key, decided_at = now(),"
                                        + " level = 'CITY', document_digest = '" + DIGEST + "', expires_at = now()"
                                        + " WHERE plan_id = '" + plan.getPlanId() + "'"))
                .hasMessageContaining("refund_approval_two_persons");
    }

    @Test
    void approvalOfTooLowALevelIsRefused() {
        RefundPlan plan = payablePlan();
        approvals.submitRefundPlan(submission(plan));

        assertRefused(
                "LEVEL_TOO_LOW",
                () -> approvals.approveRefundPlan(approval(plan).toBuilder()
                        .setApprover(approval(plan).getApprover().toBuilder()
                                .setLevel(org.stoppayment.proto.common.v1.ApprovalLevel.APPROVAL_LEVEL_COUNTY))
                        .build()));
    }

    @Test
    void expiredApprovalPaysNothing() throws SQLException {
        RefundPlan plan = payablePlan();
        approve(plan);
        new Books(link)
                .run("UPDATE refund_approval SET expires_at = now() - interval '1 second' WHERE plan_id = '"
                        + plan.getPlanId() + "'");

        assertRefused("APPROVAL_EXPIRED", () -> pay(plan));
        approve(plan); // asked for again
        assertThat(pay(plan)).hasSize(1);
    }

    @Test
    void changedPlanNeedsANewApproval() {
        RefundPlan before = payablePlan();
        approve(before);
        facts.paid(caseTwo, collector, 50_00, NOON.plusSeconds(60)); // a new victim
        facts.filed(caseTwo, "李四", NOON.plusSeconds(900));
        assertRefused("FACTS_CHANGED", () -> pay(before));
        work();

        assertRefused("PLAN_SUPERSEDED", () -> pay(before));
        RefundPlan after = draft(caseOne);
        assertRefused("PLAN_BLOCKED", () -> pay(after)); // in proportion: it needs a notice
        assertThat(institutions.paidOutOf(freezeId.toString())).isZero();
    }

    @Test
    void newsOfAnAccountThatPaidItStopsThePayment() {
        facts.paid(caseOne, second, 100_00, NOON);
        facts.moved(second, collector, "S1", 100_00, NOON.plusSeconds(60));
        facts.balance(second, 0, NOON.plusSeconds(600));
        facts.balance(collector, 100_00, NOON.plusSeconds(600));
        facts.filed(caseOne, "张三", NOON.plusSeconds(900));
        freezeId = facts.hold(caseOne, collector, "FREEZE", 100_00, NOON.plusSeconds(1000));
        verify(caseOne);
        work();
        RefundPlan plan = draft(caseOne);
        approve(plan);

        facts.paid(caseTwo, second, 50_00, NOON.minusSeconds(60)); // two steps away

        assertRefused("FACTS_CHANGED", () -> pay(plan));
    }

    @Test
    void freezeThatEndedPaysNothing() throws SQLException {
        RefundPlan plan = payablePlan();
        approve(plan);
        new Books(link)
                .run("UPDATE hold SET expires_at = now() - interval '1 second' WHERE hold_id = '" + freezeId + "'");

        assertRefused("FREEZE_ENDED", () -> pay(plan));
    }

    @Test
    void otherDigestThanThePlansIsRefused() {
        RefundPlan plan = payablePlan();
        approve(plan);

        assertRefused(
                "PLAN_CHANGED",
                () -> payments.payRefundPlan(
                        order(plan).toBuilder().setPlanDigest("b".repeat(64)).build()));
    }

    @Test
    void openObjectionBlocksPayment() {
        RefundPlan plan = payablePlan();
        approve(plan);
        NoticeServiceGrpc.newBlockingStub(client.channel())
                .objectToPlan(ObjectToPlanRequest.newBuilder()
                        .setObjectionId(FreshIds.next().toString())
                        .setPlanId(plan.getPlanId())
                        .setObjectorName("王五")
                        .setRelation(InterestRelation.INTEREST_RELATION_INTERESTED_PARTY)
                        .setStatement("the money is for goods")
                        .setOperator(OFFICER)
                        .build());

        assertRefused("PLAN_BLOCKED", () -> pay(plan));
    }

    @Test
    void newVictimAfterPaymentGetsAPlanOfWhatIsLeft() {
        RefundPlan whole = payablePlan();
        VictimServiceGrpc.newBlockingStub(client.channel())
                .recordProvenLoss(RecordProvenLossRequest.newBuilder()
                        .setCaseId(caseOne.toString())
                        .setLossFen(60_00)
                        .setEvidenceDigest(DIGEST)
                        .setOperator(OFFICER)
                        .build());
        work();
        RefundPlan plan = draft(caseOne);
        assertThat(plan.getPlanId()).isNotEqualTo(whole.getPlanId());
        approve(plan);
        pay(plan);
        await().untilAsserted(() ->
                assertThat(plan(plan.getPlanId()).getState()).isEqualTo(RefundPlanState.REFUND_PLAN_STATE_PAID));

        facts.paid(caseTwo, collector, 40_00, NOON.plusSeconds(60));
        facts.filed(caseTwo, "李四", NOON.plusSeconds(900));
        work();

        AccountRefund residual = draft(caseTwo).getAccounts(0);
        assertThat(residual.getHeldFen()).isEqualTo(40_00);
        assertThat(residual.getPayoutsList())
                .filteredOn(payout -> payout.getCaseId().equals(caseOne.toString()))
                .allSatisfy(payout -> assertThat(payout.getClaimFen()).isZero());
        assertThat(residual.getPayoutsList())
                .filteredOn(payout -> payout.getCaseId().equals(caseTwo.toString()))
                .singleElement()
                .satisfies(payout -> assertThat(payout.getPayFen()).isBetween(1L, 40_00L));
    }

    private SendRefundRequest orderOf(RefundPayment payment) {
        return institutions.orders().stream()
                .filter(order -> order.getApplicationId().equals(payment.getPaymentId()))
                .findFirst()
                .orElseThrow();
    }

    private List<Long> told(RefundPayment payment) {
        return institutions.told().stream()
                .map(PayingPlansTest::change)
                .filter(change -> change.getPaymentId().equals(payment.getPaymentId()))
                .map(RefundChanged::getPaidFen)
                .toList();
    }

    private static RefundChanged change(Event event) {
        try {
            return RefundChanged.parseFrom(event.getData());
        } catch (InvalidProtocolBufferException broken) {
            throw new AssertionError(broken);
        }
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(StatusRuntimeException.class)
                .extracting(failure ->
                        io.grpc.protobuf.StatusProto.fromThrowable(failure).toString())
                .asString()
                .contains(code);
    }
}
