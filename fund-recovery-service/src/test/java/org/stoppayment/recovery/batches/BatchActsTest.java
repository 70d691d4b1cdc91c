package org.stoppayment.recovery.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.FreshIds;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.recovery.v1.PayRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.PaymentServiceGrpc;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.RefundBatchLine;
import org.stoppayment.proto.recovery.v1.RefundBatchResult;
import org.stoppayment.proto.recovery.v1.RefundBatchState;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.recovery.shared.domain.AccountRef;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.PayingInstitutions;
import org.stoppayment.recovery.testkit.PayingInstitutions.Answer;
import org.stoppayment.recovery.testkit.PayingInstitutionsResource;

/** Each act on a batch is that on its plans, one by one; repeated, it goes on. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
@QuarkusTestResource(PayingInstitutionsResource.class)
class BatchActsTest extends BatchFixture {

    PayingInstitutions institutions; // injected by the resource

    @BeforeEach
    void forgetAnswers() {
        institutions.forgetAnswers();
    }

    @Test
    void plansOfABatchAreSubmittedApprovedAndPaid() {
        payable(5);
        RefundBatch batch = create();

        assertThat(counted(submit(batch))).containsExactly(Map.entry("DONE", 5L));
        assertThat(totals(batch)).containsExactly(Map.entry("SUBMITTED", 5));
        assertThat(counted(approve(batch))).containsExactly(Map.entry("DONE", 5L));
        assertThat(totals(batch)).containsExactly(Map.entry("APPROVED", 5));
        assertThat(counted(pay(batch))).containsExactly(Map.entry("DONE", 5L));

        awaitTotals(batch, Map.of("PAID", 5));
        assertThat(stored(batch).getState()).isEqualTo(RefundBatchState.REFUND_BATCH_STATE_ENDED);
        assertThat(stored(batch).getTotals(0).getPaidFen()).isEqualTo(1500);
        assertThat(payouts(batch)).hasSize(5).allSatisfy(payout -> {
            assertThat(payout.getStation()).isEqualTo(station);
            assertThat(payout.getPayment().getReceipts(0).getPaidFen()).isEqualTo(payout.getAmountFen());
            assertThat(payout.getPayment().getPlanId())
                    .isEqualTo(payout.getLine().getPlanId());
            assertThat(institutions.effectsOf(payout.getPayment().getPaymentId()))
                    .isEqualTo(1);
        });
    }

    @Test
    void repeatedActsDoNothingTwice() {
        payable(3);
        RefundBatch batch = create();
        submit(batch);
        approve(batch);
        pay(batch);
        awaitTotals(batch, Map.of("PAID", 3));
        int orders = institutions.orders().size();

        assertThat(counted(submit(batch))).containsExactly(Map.entry("DONE_BEFORE", 3L));
        assertThat(counted(approve(batch))).containsExactly(Map.entry("DONE_BEFORE", 3L));
        assertThat(counted(pay(batch))).containsExactly(Map.entry("DONE_BEFORE", 3L));
        assertThat(institutions.orders()).hasSize(orders);
    }

    @Test
    void actThatWasInterruptedGoesOn() throws SQLException {
        List<UUID> cases = payable(4);
        RefundBatch batch = create();
        submit(batch);
        approve(batch);
        RefundPlan one = draftOf(cases.get(0));
        payAlone(one); // as the act had got to when its process died

        assertThat(counted(pay(batch))).containsExactly(Map.entry("DONE", 3L), Map.entry("DONE_BEFORE", 1L));

        awaitTotals(batch, Map.of("PAID", 4));
        assertThat(new Books(link)
                        .number("SELECT count(*) FROM refund_payment p JOIN refund_batch_plan b USING (plan_id)"
                                + " WHERE b.batch_id = '" + batch.getBatchId() + "'"))
                .isEqualTo(4);
    }

    @Test
    void whoSubmittedDoesNotApprove() {
        payable(2);
        RefundBatch batch = create();
        submit(batch);

        assertThat(counted(approve(batch, OFFICER, ApprovalLevel.APPROVAL_LEVEL_CITY)))
                .containsExactly(Map.entry("REFUSED SAME_PERSON", 2L));
        assertThat(totals(batch)).containsExactly(Map.entry("SUBMITTED", 2));
    }

    @Test
    void whatIsWrongForAllPlansIsRefusedBeforeTheFirst() {
        payable(2);
        RefundBatch batch = create();
        submit(batch);

        assertRefused("LEVEL_TOO_LOW", () -> approve(batch, CHECKER, ApprovalLevel.APPROVAL_LEVEL_COUNTY));
        assertRefused("approver.level", () -> approve(batch, CHECKER, ApprovalLevel.APPROVAL_LEVEL_UNSPECIFIED));
        RefundBatch other = batch.toBuilder().setDigest("b".repeat(64)).build();
        assertRefused("BATCH_CHANGED", () -> submit(other));
        assertRefused("BATCH_CHANGED", () -> pay(other));
        assertRefused("digest", () -> pay(batch.toBuilder().setDigest("b").build()));
        assertRefused(
                "code: 5",
                () -> pay(
                        batch.toBuilder().setBatchId(FreshIds.next().toString()).build()));
    }

    @Test
    void plansThatNobodyApprovedAreRefusedEach() {
        payable(3);
        RefundBatch batch = create();

        assertThat(counted(pay(batch))).containsExactly(Map.entry("REFUSED NOT_APPROVED", 3L));
        assertThat(counted(approve(batch))).containsExactly(Map.entry("REFUSED NOT_SUBMITTED", 3L));
        assertThat(totals(batch)).containsExactly(Map.entry("NOT_SUBMITTED", 3));
    }

    @Test
    void planThatIsSupersededStaysInTheBatchAndIsNeverPaidByIt() {
        List<UUID> cases = payable(3);
        RefundBatch batch = create();
        submit(batch);
        approve(batch);
        RefundPlan old = draftOf(cases.get(0));
        anotherVictimPaysInto(old);

        assertThat(counted(pay(batch)))
                .containsExactly(Map.entry("DONE", 2L), Map.entry("PASSED_OVER PLAN_SUPERSEDED", 1L));

        awaitTotals(batch, Map.of("PAID", 2, "SUPERSEDED", 1));
        assertThat(lines(batch))
                .filteredOn(line -> line.getPlanId().equals(old.getPlanId()))
                .singleElement()
                .satisfies(line -> assertThat(line.getSupersededByPlanId()).isNotEmpty());
        assertThat(payouts(batch))
                .filteredOn(payout -> payout.getLine().getPlanId().equals(old.getPlanId()))
                .allSatisfy(payout -> assertThat(payout.hasPayment()).isFalse());
    }

    @Test
    void whatAnInstitutionPaysTwiceIsShown() throws SQLException {
        payable(1);
        RefundBatch batch = create();
        submit(batch);
        approve(batch);
        pay(batch);
        awaitTotals(batch, Map.of("PAID", 1));

        new Books(link)
                .run("UPDATE refund_payment SET paid_fen = 2 * amount_fen WHERE plan_id IN"
                        + " (SELECT plan_id FROM refund_batch_plan WHERE batch_id = '" + batch.getBatchId() + "')");

        assertThat(totals(batch)).containsExactly(Map.entry("PAID_TOO_MUCH", 1));
    }

    @Test
    void whatAnInstitutionDoesNotPayIsShown() {
        payable(1);
        RefundBatch batch = create();
        submit(batch);
        approve(batch);
        institutions.then(Answer.DECLINES);

        pay(batch);

        awaitTotals(batch, Map.of("NOT_ALL_PAID", 1));
        assertThat(stored(batch).getState()).isEqualTo(RefundBatchState.REFUND_BATCH_STATE_ENDED);
    }

    @Test
    void actsAtOnceOnABatchAndItsPlansPayEachPlanOnce() {
        List<UUID> cases = payable(4);
        RefundBatch batch = create();
        submit(batch);
        approve(batch);
        List<RefundPlan> plans = cases.stream().map(this::draftOf).toList();

        List<CompletableFuture<?>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            calls.add(CompletableFuture.supplyAsync(() -> pay(batch)));
            plans.forEach(plan -> calls.add(CompletableFuture.runAsync(() -> payAlone(plan))));
        }
        calls.forEach(CompletableFuture::join);

        awaitTotals(batch, Map.of("PAID", 4));
        assertThat(payouts(batch)).hasSize(4).allSatisfy(payout -> assertThat(
                        institutions.effectsOf(payout.getPayment().getPaymentId()))
                .isEqualTo(1));
        assertThat(payouts(batch)).allSatisfy(payout -> assertThat(institutions.paidOutOf(payout.getFreezeId()))
                .isEqualTo(payout.getAmountFen()));
    }

    @Test
    void paymentsForWhichThereWasNoRoomFollowAsOthersEnd() {
        payable(8); // three may be in flight, and no timer looks for what is due
        RefundBatch batch = create();
        submit(batch);
        approve(batch);

        pay(batch);

        await().untilAsserted(() -> assertThat(totals(batch)).isEqualTo(Map.of("PAID", 8)));
    }

    @Test
    void eachResultNamesItsPlan() {
        payable(3);
        RefundBatch batch = create();

        List<RefundBatchResult> results = submit(batch);

        assertThat(results)
                .extracting(result -> result.getNumber() + " " + result.getPlanId() + " " + result.getPayFen())
                .containsExactlyInAnyOrderElementsOf(
                        lines(batch).stream().map(BatchActsTest::named).toList());
    }

    private static String named(RefundBatchLine line) {
        return line.getNumber() + " " + line.getPlanId() + " " + line.getPayFen();
    }

    private void payAlone(RefundPlan plan) {
        PaymentServiceGrpc.newBlockingStub(client.channel())
                .payRefundPlan(PayRefundPlanRequest.newBuilder()
                        .setPlanId(plan.getPlanId())
                        .setPlanDigest(plan.getDigest())
                        .setOperator(OFFICER)
                        .build());
    }

    private void anotherVictimPaysInto(RefundPlan plan) {
        Account account = plan.getAccounts(0).getAccount();
        paidInto(new AccountRef.Key(account.getInstitutionCode(), account.getNumber()), FreshIds.next(), 50, NOON);
        work();
    }
}
