package org.stoppayment.recovery.batches;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.ApprovalServiceGrpc;
import org.stoppayment.proto.recovery.v1.ApproveRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.LeftOutPlan;
import org.stoppayment.proto.recovery.v1.LeftOutReason;
import org.stoppayment.proto.recovery.v1.PreviewRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.RefundBatchState;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.RejectRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.SubmitRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.SubmitRefundBatchResponse;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.PayingInstitutionsResource;

/** What is rejected stays so until an officer asks for it again, and nothing is rejected that another batch has. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
@QuarkusTestResource(PayingInstitutionsResource.class)
class BatchRejectionTest extends BatchFixture {

    private static final Operator OTHER =
            Operator.newBuilder().setOrganisation("省厅").setBadgeNumber("350001").build();

    @Test
    void plansOfARejectedBatchAreChosenAgainWhenThatIsAskedFor() {
        payable(3);
        RefundBatch batch = create();
        submit(batch);

        assertRefused("SAME_PERSON", () -> reject(batch, OFFICER));
        assertThat(counted(reject(batch, CHECKER))).containsExactly(Map.entry("DONE", 3L));

        assertThat(stored(batch).getState()).isEqualTo(RefundBatchState.REFUND_BATCH_STATE_REJECTED);
        assertThat(totals(batch)).containsExactly(Map.entry("REJECTED", 3));
        assertRefused("BATCH_REJECTED", () -> submit(batch));
        assertRefused("BATCH_REJECTED", () -> pay(batch));
        assertThat(reject(batch, CHECKER)).as("the same again").isEmpty();
        PreviewRefundBatchResponse preview = preview(ofTheDesk());
        assertThat(preview.getPlansList()).isEmpty();
        assertThat(preview.getLeftOutList())
                .extracting(LeftOutPlan::getReason)
                .containsOnly(LeftOutReason.LEFT_OUT_REASON_REJECTED_BEFORE);
        RefundBatch next = createOfRejected();
        assertThat(next.getPlans()).isEqualTo(3);
        assertThat(totals(batch)).containsExactly(Map.entry("IN_OTHER_BATCH", 3));
        assertThat(counted(submit(next))).containsExactly(Map.entry("DONE", 3L));
    }

    @Test
    void rejectionThatIsRepeatedLeavesThePlansOfALaterBatch() {
        payable(2);
        RefundBatch batch = create();
        submit(batch);
        reject(batch, CHECKER);
        RefundBatch next = createOfRejected();
        submit(next);

        assertThat(reject(batch, CHECKER)).isEmpty();

        assertThat(totals(next)).containsExactly(Map.entry("SUBMITTED", 2));
    }

    @Test
    void batchIsRejectedByOneOfficerForOneReason() {
        payable(1);
        RefundBatch batch = create();
        submit(batch);
        reject(batch, CHECKER);

        assertRefused("BATCH_REJECTED", () -> reject(batch, OTHER));
    }

    @Test
    void paymentsOfAPlanAreToldByTheBatchThatHasItNow() {
        payable(1);
        RefundBatch batch = create();
        submit(batch);
        reject(batch, CHECKER);
        RefundBatch next = createOfRejected();
        submit(next);
        approve(next);
        pay(next);
        awaitTotals(next, Map.of("PAID", 1));

        assertThat(stored(next).getTotals(0).getPaidFen()).isEqualTo(100);
        assertThat(stored(batch).getTotals(0).getPaidFen()).isZero();
        assertThat(payouts(batch)).singleElement().satisfies(payout -> assertThat(payout.hasPayment())
                .isFalse());
    }

    @Test
    void batchThatNobodySubmittedIsTakenBackByWhoMadeIt() {
        payable(2);
        RefundBatch batch = create();

        assertThat(reject(batch, OFFICER)).isEmpty();

        assertThat(stored(batch).getState()).isEqualTo(RefundBatchState.REFUND_BATCH_STATE_REJECTED);
        assertThat(create().getPlans()).isEqualTo(2);
    }

    @Test
    void rejectionStopsAnActThatRuns() throws SQLException {
        payable(100);
        RefundBatch batch = create();
        Iterator<SubmitRefundBatchResponse> running = batches.submitRefundBatch(SubmitRefundBatchRequest.newBuilder()
                .setBatchId(batch.getBatchId())
                .setDigest(batch.getDigest())
                .setOperator(OFFICER)
                .build());
        running.next();

        new Books(link)
                .run("UPDATE refund_batch SET rejected_at = now(), rejected_by = made_by, reject_reason = 'wrong desk'"
                        + " WHERE batch_id = '" + batch.getBatchId() + "'");

        long stopped = 0;
        while (running.hasNext()) {
            stopped += running.next().getResult().getCode().equals("BATCH_REJECTED") ? 1 : 0;
        }
        assertThat(stopped).isPositive();
    }

    @Test
    void planThatWasRejectedIsPassedOver() {
        List<UUID> cases = payable(2);
        RefundBatch batch = create();
        submit(batch);
        ApprovalServiceGrpc.newBlockingStub(client.channel())
                .rejectRefundPlan(RejectRefundPlanRequest.newBuilder()
                        .setPlanId(draftOf(cases.get(0)).getPlanId())
                        .setReason("not this one")
                        .setOperator(CHECKER)
                        .build());

        assertThat(counted(submit(batch)))
                .containsExactly(Map.entry("DONE_BEFORE", 1L), Map.entry("PASSED_OVER PLAN_REJECTED", 1L));
        assertThat(totals(batch)).isEqualTo(Map.of("REJECTED", 1, "SUBMITTED", 1));
    }

    @Test
    void approvalThatHasExpiredIsNotGivenAgainWithoutBeingAskedFor() throws SQLException {
        payable(2);
        RefundBatch batch = create();
        submit(batch);
        approve(batch);
        new Books(link)
                .run("UPDATE refund_approval SET expires_at = now() - interval '1 second' WHERE plan_id IN"
                        + " (SELECT plan_id FROM refund_batch_plan WHERE batch_id = '" + batch.getBatchId() + "')");

        assertThat(counted(approve(batch))).containsExactly(Map.entry("REFUSED APPROVAL_EXPIRED", 2L));
        assertThat(counted(submit(batch))).containsExactly(Map.entry("DONE", 2L));
        assertThat(counted(approve(batch))).containsExactly(Map.entry("DONE", 2L));
    }

    @Test
    void approvalIsOneOfficers() {
        RefundPlan plan = draftOf(payable(1).get(0));
        submit(create());
        approveAlone(plan, CHECKER);

        approveAlone(plan, CHECKER);
        assertRefused("ALREADY_DECIDED", () -> approveAlone(plan, OTHER));
    }

    private void approveAlone(RefundPlan plan, Operator officer) {
        ApprovalServiceGrpc.newBlockingStub(client.channel())
                .approveRefundPlan(ApproveRefundPlanRequest.newBuilder()
                        .setPlanId(plan.getPlanId())
                        .setPlanDigest(plan.getDigest())
                        .setDocumentDigest(DIGEST)
                        .setApprover(Approver.newBuilder()
                                .setOrganisation(officer.getOrganisation())
                                .setBadgeNumber(officer.getBadgeNumber())
                                .setLevel(ApprovalLevel.APPROVAL_LEVEL_CITY))
                        .build());
    }
}
