package org.stoppayment.recovery.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.kit.testing.FreshIds;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.ApproveRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.ApproveRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.BatchCriteria;
import org.stoppayment.proto.recovery.v1.BatchPlanStage;
import org.stoppayment.proto.recovery.v1.BatchServiceGrpc;
import org.stoppayment.proto.recovery.v1.BatchServiceGrpc.BatchServiceBlockingStub;
import org.stoppayment.proto.recovery.v1.CreateRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.GetRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.ListRefundBatchLinesRequest;
import org.stoppayment.proto.recovery.v1.ListRefundBatchPayoutsRequest;
import org.stoppayment.proto.recovery.v1.PayRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.PayRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.PreviewRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.PreviewRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.RefundBatchLine;
import org.stoppayment.proto.recovery.v1.RefundBatchPayout;
import org.stoppayment.proto.recovery.v1.RefundBatchResult;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.RejectRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.RejectRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.SubmitRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.SubmitRefundBatchResponse;
import org.stoppayment.recovery.payments.application.SendingPayments;
import org.stoppayment.recovery.plans.PlanFixture;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Victims of one desk, each with a frozen account of their own, and batches of their plans. */
abstract class BatchFixture extends PlanFixture {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static final Operator CHECKER =
            Operator.newBuilder().setOrganisation("市局").setBadgeNumber("350999").build();

    /** A desk that no other test has. */
    final String station = "desk " + FreshIds.next();

    @Inject
    SendingPayments sending;

    BatchServiceBlockingStub batches;

    @BeforeEach
    void connect() {
        batches = BatchServiceGrpc.newBlockingStub(client.channel());
    }

    /** A victim of the desk paid {@code fen} into an account, which is frozen; its plan can be submitted. */
    UUID frozen(long fen, Instant calledAt) {
        return frozenAt("102100099996", fen, calledAt);
    }

    UUID frozenAt(String institutionCode, long fen, Instant calledAt) {
        UUID caseId = FreshIds.next();
        AccountRef.Key account =
                new AccountRef.Key(institutionCode, FreshIds.next().toString());
        paidInto(account, caseId, fen, calledAt);
        facts.balance(account, fen, NOON.plusSeconds(600));
        facts.hold(caseId, account, "FREEZE", fen, NOON.plusSeconds(1000));
        verify(caseId);
        return caseId;
    }

    void paidInto(AccountRef.Key account, UUID caseId, long fen, Instant calledAt) {
        facts.paid(caseId, account, fen, NOON);
        facts.filed(caseId, "张三", NOON.plusSeconds(900));
        facts.reported(caseId, station, calledAt);
    }

    /** {@code count} victims of the desk, with plans of 1 yuan, 2 yuan and so on. */
    List<UUID> payable(int count) {
        List<UUID> cases = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            cases.add(frozen(i * 100L, NOON));
        }
        work();
        return cases;
    }

    BatchCriteria.Builder ofTheDesk() {
        return BatchCriteria.newBuilder().setStation(station);
    }

    PreviewRefundBatchResponse preview(BatchCriteria.Builder criteria) {
        return batches.previewRefundBatch(
                PreviewRefundBatchRequest.newBuilder().setCriteria(criteria).build());
    }

    RefundBatch create() {
        return create(preview(ofTheDesk()).getDigest());
    }

    RefundBatch create(String digest) {
        return batches.createRefundBatch(creation(FreshIds.next(), digest)).getBatch();
    }

    CreateRefundBatchRequest creation(UUID batchId, String digest) {
        return CreateRefundBatchRequest.newBuilder()
                .setBatchId(batchId.toString())
                .setCriteria(ofTheDesk())
                .setDigest(digest)
                .setOperator(OFFICER)
                .build();
    }

    /** A batch of the plans of the desk that were rejected. */
    RefundBatch createOfRejected() {
        BatchCriteria criteria =
                ofTheDesk().setStage(BatchPlanStage.BATCH_PLAN_STAGE_REJECTED).build();
        return batches.createRefundBatch(CreateRefundBatchRequest.newBuilder()
                        .setBatchId(FreshIds.next().toString())
                        .setCriteria(criteria)
                        .setDigest(preview(criteria.toBuilder()).getDigest())
                        .setOperator(OFFICER)
                        .build())
                .getBatch();
    }

    List<RefundBatchResult> submit(RefundBatch batch) {
        return results(
                batches.submitRefundBatch(SubmitRefundBatchRequest.newBuilder()
                        .setBatchId(batch.getBatchId())
                        .setDigest(batch.getDigest())
                        .setOperator(OFFICER)
                        .build()),
                SubmitRefundBatchResponse::hasResult,
                SubmitRefundBatchResponse::getResult);
    }

    List<RefundBatchResult> approve(RefundBatch batch) {
        return approve(batch, CHECKER, ApprovalLevel.APPROVAL_LEVEL_CITY);
    }

    List<RefundBatchResult> approve(RefundBatch batch, Operator approver, ApprovalLevel level) {
        return results(
                batches.approveRefundBatch(ApproveRefundBatchRequest.newBuilder()
                        .setBatchId(batch.getBatchId())
                        .setDigest(batch.getDigest())
                        .setDocumentDigest(DIGEST)
                        .setApprover(Approver.newBuilder()
                                .setOrganisation(approver.getOrganisation())
                                .setBadgeNumber(approver.getBadgeNumber())
                                .setLevel(level))
                        .build()),
                ApproveRefundBatchResponse::hasResult,
                ApproveRefundBatchResponse::getResult);
    }

    List<RefundBatchResult> reject(RefundBatch batch, Operator officer) {
        return results(
                batches.rejectRefundBatch(RejectRefundBatchRequest.newBuilder()
                        .setBatchId(batch.getBatchId())
                        .setReason("made by mistake")
                        .setOperator(officer)
                        .build()),
                RejectRefundBatchResponse::hasResult,
                RejectRefundBatchResponse::getResult);
    }

    List<RefundBatchResult> pay(RefundBatch batch) {
        return results(
                batches.payRefundBatch(PayRefundBatchRequest.newBuilder()
                        .setBatchId(batch.getBatchId())
                        .setDigest(batch.getDigest())
                        .setOperator(OFFICER)
                        .build()),
                PayRefundBatchResponse::hasResult,
                PayRefundBatchResponse::getResult);
    }

    private static <T> List<RefundBatchResult> results(
            Iterator<T> messages, Function<T, Boolean> isResult, Function<T, RefundBatchResult> result) {
        List<RefundBatchResult> results = new ArrayList<>();
        messages.forEachRemaining(message -> {
            if (isResult.apply(message)) {
                results.add(result.apply(message));
            }
        });
        return results;
    }

    /** How many results there are of each outcome and code. */
    static Map<String, Long> counted(List<RefundBatchResult> results) {
        return results.stream()
                .collect(Collectors.groupingBy(
                        result -> (result.getOutcome().name().substring("REFUND_BATCH_OUTCOME_".length()) + " "
                                        + result.getCode())
                                .strip(),
                        TreeMap::new,
                        Collectors.counting()));
    }

    RefundBatch stored(RefundBatch batch) {
        return batches.getRefundBatch(GetRefundBatchRequest.newBuilder()
                        .setBatchId(batch.getBatchId())
                        .build())
                .getBatch();
    }

    /** How many plans of a batch there are of each state. */
    Map<String, Integer> totals(RefundBatch batch) {
        return stored(batch).getTotalsList().stream()
                .collect(Collectors.toMap(
                        total -> total.getState().name().substring("REFUND_BATCH_LINE_STATE_".length()),
                        total -> total.getPlans(),
                        Integer::sum,
                        TreeMap::new));
    }

    /** Sends what is due, until the plans of a batch stand so. */
    void awaitTotals(RefundBatch batch, Map<String, Integer> expected) {
        await().untilAsserted(() -> {
            sending.advance().await().atMost(PATIENCE);
            assertThat(totals(batch)).isEqualTo(expected);
        });
    }

    List<RefundBatchLine> lines(RefundBatch batch) {
        return batches.listRefundBatchLines(ListRefundBatchLinesRequest.newBuilder()
                        .setBatchId(batch.getBatchId())
                        .setPageSize(200)
                        .build())
                .getLinesList();
    }

    List<RefundBatchPayout> payouts(RefundBatch batch) {
        return batches.listRefundBatchPayouts(ListRefundBatchPayoutsRequest.newBuilder()
                        .setBatchId(batch.getBatchId())
                        .build())
                .getPayoutsList();
    }

    RefundPlan draftOf(UUID caseId) {
        return draft(caseId);
    }

    static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(StatusRuntimeException.class)
                .extracting(failure -> StatusProto.fromThrowable(failure).toString())
                .asString()
                .contains(code);
    }
}
