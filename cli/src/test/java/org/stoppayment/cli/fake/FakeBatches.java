package org.stoppayment.cli.fake;

import com.google.protobuf.Message;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.proto.recovery.v1.ApproveRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.ApproveRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.BatchServiceGrpc;
import org.stoppayment.proto.recovery.v1.CreateRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.CreateRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.GetRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.GetRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.LeftOutPlan;
import org.stoppayment.proto.recovery.v1.LeftOutReason;
import org.stoppayment.proto.recovery.v1.ListRefundBatchLinesRequest;
import org.stoppayment.proto.recovery.v1.ListRefundBatchLinesResponse;
import org.stoppayment.proto.recovery.v1.ListRefundBatchPayoutsRequest;
import org.stoppayment.proto.recovery.v1.ListRefundBatchPayoutsResponse;
import org.stoppayment.proto.recovery.v1.ListRefundBatchesRequest;
import org.stoppayment.proto.recovery.v1.ListRefundBatchesResponse;
import org.stoppayment.proto.recovery.v1.PayRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.PayRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.PreviewRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.PreviewRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.RefundBatchLine;
import org.stoppayment.proto.recovery.v1.RefundBatchLineState;
import org.stoppayment.proto.recovery.v1.RefundBatchPayout;
import org.stoppayment.proto.recovery.v1.RefundBatchResult;
import org.stoppayment.proto.recovery.v1.RefundBlocker;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.proto.recovery.v1.RejectRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.RejectRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.SelectedPlan;
import org.stoppayment.proto.recovery.v1.SubmitRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.SubmitRefundBatchResponse;

/** One batch of two plans; acts on it come to what the test says, and may break off. */
public final class FakeBatches extends BatchServiceGrpc.BatchServiceImplBase {

    private final List<Message> requests = new CopyOnWriteArrayList<>();
    private volatile List<RefundBatchResult> results = List.of(BatchSamples.done(1), BatchSamples.done(2));
    private volatile List<RefundBatchPayout> payouts = List.of();
    private volatile RefundBatchLineState state = RefundBatchLineState.REFUND_BATCH_LINE_STATE_APPROVED;
    private volatile String planDigest = "d4".repeat(32);
    private volatile boolean isEmpty;
    private volatile Optional<Status> breakOff = Optional.empty();

    /** What was asked to be done, in order. */
    public List<Message> requests() {
        return List.copyOf(requests);
    }

    /** From now on acts come to this. */
    public void comeTo(RefundBatchResult... of) {
        results = List.of(of);
    }

    /** From now on acts break off after their results. */
    public void breakOffWith(Status status) {
        breakOff = Optional.of(status);
    }

    /** From now on all plans of the batch stand so. */
    public void stand(RefundBatchLineState as) {
        state = as;
    }

    /** From now on the plans of the batch are others than its digest says. */
    public void exchangePlans() {
        planDigest = "e5".repeat(32);
    }

    /** From now on no plan meets any criteria. */
    public void findNothing() {
        isEmpty = true;
    }

    /** From now on victims get these. */
    public void pay(RefundBatchPayout... of) {
        payouts = List.of(of);
    }

    private <T> void answer(StreamObserver<T> client, T answer) {
        client.onNext(answer);
        client.onCompleted();
    }

    @Override
    public void previewRefundBatch(
            PreviewRefundBatchRequest request, StreamObserver<PreviewRefundBatchResponse> client) {
        requests.add(request);
        if (isEmpty) {
            answer(client, PreviewRefundBatchResponse.getDefaultInstance());
            return;
        }
        answer(
                client,
                PreviewRefundBatchResponse.newBuilder()
                        .addPlans(SelectedPlan.newBuilder().setPlan(BatchSamples.plan(1)))
                        .addPlans(SelectedPlan.newBuilder().setPlan(BatchSamples.plan(2)))
                        .setPayFen(750_000)
                        .addLeftOut(LeftOutPlan.newBuilder()
                                .setPlan(BatchSamples.plan(3).toBuilder()
                                        .addUnmet(RefundCondition.REFUND_CONDITION_IDENTITY_VERIFIED))
                                .setReason(LeftOutReason.LEFT_OUT_REASON_NOT_READY)
                                .addBlockers(RefundBlocker.REFUND_BLOCKER_CONDITION_UNMET))
                        .addLeftOut(LeftOutPlan.newBuilder()
                                .setPlan(BatchSamples.plan(4))
                                .setReason(LeftOutReason.LEFT_OUT_REASON_IN_BATCH)
                                .setBatchId(BatchSamples.BATCH))
                        .setDigest(BatchSamples.DIGEST)
                        .build());
    }

    @Override
    public void createRefundBatch(CreateRefundBatchRequest request, StreamObserver<CreateRefundBatchResponse> client) {
        requests.add(request);
        answer(
                client,
                CreateRefundBatchResponse.newBuilder()
                        .setBatch(batch().toBuilder().setBatchId(request.getBatchId()))
                        .build());
    }

    @Override
    public void listRefundBatches(ListRefundBatchesRequest request, StreamObserver<ListRefundBatchesResponse> client) {
        requests.add(request);
        answer(
                client,
                ListRefundBatchesResponse.newBuilder().addBatches(batch()).build());
    }

    @Override
    public void getRefundBatch(GetRefundBatchRequest request, StreamObserver<GetRefundBatchResponse> client) {
        if (!request.getBatchId().equals(BatchSamples.BATCH)) {
            client.onError(Status.NOT_FOUND
                    .withDescription("batchId: " + request.getBatchId() + " (expected: the id of one that exists)")
                    .asRuntimeException());
            return;
        }
        answer(client, GetRefundBatchResponse.newBuilder().setBatch(batch()).build());
    }

    @Override
    public void listRefundBatchLines(
            ListRefundBatchLinesRequest request, StreamObserver<ListRefundBatchLinesResponse> client) {
        answer(
                client,
                ListRefundBatchLinesResponse.newBuilder()
                        .addLines(line(1))
                        .addLines(line(2))
                        .build());
    }

    @Override
    public void listRefundBatchPayouts(
            ListRefundBatchPayoutsRequest request, StreamObserver<ListRefundBatchPayoutsResponse> client) {
        // In two pages.
        int half = payouts.size() / 2;
        answer(
                client,
                request.getPageToken().isEmpty()
                        ? ListRefundBatchPayoutsResponse.newBuilder()
                                .addAllPayouts(payouts.subList(0, half))
                                .setNextPageToken("2")
                                .build()
                        : ListRefundBatchPayoutsResponse.newBuilder()
                                .addAllPayouts(payouts.subList(half, payouts.size()))
                                .build());
    }

    @Override
    public void submitRefundBatch(SubmitRefundBatchRequest request, StreamObserver<SubmitRefundBatchResponse> client) {
        requests.add(request);
        results.forEach(result -> client.onNext(
                SubmitRefundBatchResponse.newBuilder().setResult(result).build()));
        end(client, SubmitRefundBatchResponse.newBuilder().setBatch(batch()).build());
    }

    @Override
    public void approveRefundBatch(
            ApproveRefundBatchRequest request, StreamObserver<ApproveRefundBatchResponse> client) {
        requests.add(request);
        results.forEach(result -> client.onNext(
                ApproveRefundBatchResponse.newBuilder().setResult(result).build()));
        end(client, ApproveRefundBatchResponse.newBuilder().setBatch(batch()).build());
    }

    @Override
    public void rejectRefundBatch(RejectRefundBatchRequest request, StreamObserver<RejectRefundBatchResponse> client) {
        requests.add(request);
        end(client, RejectRefundBatchResponse.newBuilder().setBatch(batch()).build());
    }

    @Override
    public void payRefundBatch(PayRefundBatchRequest request, StreamObserver<PayRefundBatchResponse> client) {
        requests.add(request);
        results.forEach(result -> client.onNext(
                PayRefundBatchResponse.newBuilder().setResult(result).build()));
        end(client, PayRefundBatchResponse.newBuilder().setBatch(batch()).build());
    }

    private <T> void end(StreamObserver<T> client, T last) {
        if (breakOff.isPresent()) {
            client.onError(breakOff.get().asRuntimeException());
        } else {
            answer(client, last);
        }
    }

    /** A plan of the batch. */
    public RefundBatchLine line(int number) {
        return BatchSamples.line(number, planDigest, state);
    }

    private RefundBatch batch() {
        return BatchSamples.batch(state);
    }
}
