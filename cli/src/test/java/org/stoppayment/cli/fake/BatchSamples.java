package org.stoppayment.cli.fake;

import com.google.protobuf.Timestamp;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.BatchCriteria;
import org.stoppayment.proto.recovery.v1.BatchPlanStage;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.RefundBatchLine;
import org.stoppayment.proto.recovery.v1.RefundBatchLineState;
import org.stoppayment.proto.recovery.v1.RefundBatchOutcome;
import org.stoppayment.proto.recovery.v1.RefundBatchResult;
import org.stoppayment.proto.recovery.v1.RefundBatchState;
import org.stoppayment.proto.recovery.v1.RefundBatchTotal;
import org.stoppayment.proto.recovery.v1.RefundPlanSummary;

/** A batch of two plans, and what comes of acts on it. */
public final class BatchSamples {

    public static final String BATCH = "0193a000-0000-7000-8000-0000000000b1";

    /** SHA-256 of the ids and digests of its plans. */
    public static final String DIGEST = "e24b693223749692651791e156d6742db4c1d09a18d621f0f984bf064f7de41d";

    private static final String PLAN = "0193a000-0000-7000-8000-0000000000a";
    private static final String CASE = "0193a000-0000-7000-8000-0000000000c1";

    private static final Operator MAKER = Operator.newBuilder()
            .setOrganisation("Zhangzhou police")
            .setBadgeNumber("100234")
            .build();

    /** The plan of that number is passed over. */
    public static RefundBatchResult passedOver(int number, String code) {
        return refused(number, code, "").toBuilder()
                .setOutcome(RefundBatchOutcome.REFUND_BATCH_OUTCOME_PASSED_OVER)
                .build();
    }

    /** The plan of that number is done. */
    public static RefundBatchResult done(int number) {
        return RefundBatchResult.newBuilder()
                .setNumber(number)
                .setPlanId(PLAN + number)
                .setPayFen(number * 250_000L)
                .setOutcome(RefundBatchOutcome.REFUND_BATCH_OUTCOME_DONE)
                .build();
    }

    /** The plan of that number is refused. */
    public static RefundBatchResult refused(int number, String code, String reason) {
        return done(number).toBuilder()
                .setOutcome(RefundBatchOutcome.REFUND_BATCH_OUTCOME_REFUSED)
                .setCode(code)
                .setReason(reason)
                .build();
    }

    /** A batch of two plans that stand so. */
    static RefundBatch batch(RefundBatchLineState state) {
        return RefundBatch.newBuilder()
                .setBatchId(BATCH)
                .setCriteria(BatchCriteria.newBuilder()
                        .setStation("漳州市公安局110")
                        .setToFen(500_000)
                        .setFromDays(30)
                        .setStage(BatchPlanStage.BATCH_PLAN_STAGE_READY))
                .setMadeAt(at())
                .setMadeBy(MAKER)
                .setDigest(DIGEST)
                .setPlans(2)
                .setPayFen(750_000)
                .setState(RefundBatchState.REFUND_BATCH_STATE_OPEN)
                .addTotals(RefundBatchTotal.newBuilder()
                        .setState(state)
                        .setPlans(2)
                        .setPayFen(750_000))
                .build();
    }

    private BatchSamples() {}

    private static Timestamp at() {
        return Timestamp.newBuilder().setSeconds(1_780_000_000L).build();
    }

    /** A plan in short. */
    static RefundPlanSummary plan(int number) {
        return RefundPlanSummary.newBuilder()
                .setPlanId(PLAN + number)
                .setMadeAt(at())
                .setPayFen(number * 250_000L)
                .addAccounts(Account.newBuilder()
                        .setInstitutionCode("102100099996")
                        .setNumber("622202000000000000" + number))
                .addCaseIds(CASE)
                .build();
    }

    /** A plan of the batch. */
    static RefundBatchLine line(int number, String planDigest, RefundBatchLineState state) {
        return RefundBatchLine.newBuilder()
                .setNumber(number)
                .setPlanId(PLAN + number)
                .setPlanDigest(planDigest)
                .setPayFen(number * 250_000L)
                .setState(state)
                .build();
    }
}
