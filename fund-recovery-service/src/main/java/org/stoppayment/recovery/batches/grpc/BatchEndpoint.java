package org.stoppayment.recovery.batches.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.recovery.v1.ApproveRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.ApproveRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.BatchService;
import org.stoppayment.proto.recovery.v1.CreateRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.CreateRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.GetRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.GetRefundBatchResponse;
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
import org.stoppayment.proto.recovery.v1.RefundBatchResult;
import org.stoppayment.proto.recovery.v1.RejectRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.RejectRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.SubmitRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.SubmitRefundBatchResponse;
import org.stoppayment.recovery.approvals.grpc.ApprovalWire;
import org.stoppayment.recovery.batches.application.ActingOnBatches;
import org.stoppayment.recovery.batches.application.MakingBatches;
import org.stoppayment.recovery.batches.application.RejectingBatches;
import org.stoppayment.recovery.batches.application.SelectingPlans;
import org.stoppayment.recovery.batches.application.ViewingBatches;
import org.stoppayment.recovery.batches.application.ViewingPayouts;
import org.stoppayment.recovery.batches.domain.LineResult;
import org.stoppayment.recovery.shared.grpc.OfficerWire;

/** Serves batches to refund officers. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class BatchEndpoint implements BatchService {

    private final SelectingPlans selecting;
    private final MakingBatches making;
    private final ViewingBatches viewing;
    private final ViewingPayouts payouts;
    private final ActingOnBatches acting;
    private final RejectingBatches rejecting;
    private final InstantSource clock;

    BatchEndpoint(
            SelectingPlans selecting,
            MakingBatches making,
            ViewingBatches viewing,
            ViewingPayouts payouts,
            ActingOnBatches acting,
            RejectingBatches rejecting,
            InstantSource clock) {
        this.selecting = selecting;
        this.making = making;
        this.viewing = viewing;
        this.payouts = payouts;
        this.acting = acting;
        this.rejecting = rejecting;
        this.clock = clock;
    }

    @Override
    public Uni<PreviewRefundBatchResponse> previewRefundBatch(PreviewRefundBatchRequest request) {
        return selecting.select(BatchRequests.parse(request.getCriteria())).map(BatchWire::render);
    }

    @Override
    public Uni<CreateRefundBatchResponse> createRefundBatch(CreateRefundBatchRequest request) {
        return making.make(
                        request.getBatchId(),
                        BatchRequests.parse(request.getCriteria()),
                        request.getDigest(),
                        OfficerWire.parse(request.getOperator()))
                .chain(batch -> viewing.view(batch.id().toString()))
                .map(viewed -> CreateRefundBatchResponse.newBuilder()
                        .setBatch(BatchWire.render(viewed))
                        .build());
    }

    @Override
    public Uni<ListRefundBatchesResponse> listRefundBatches(ListRefundBatchesRequest request) {
        return viewing.list(request.getOnlyOpen(), request.getPageSize(), request.getPageToken())
                .map(page -> ListRefundBatchesResponse.newBuilder()
                        .addAllBatches(
                                page.rows().stream().map(BatchWire::render).toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public Uni<GetRefundBatchResponse> getRefundBatch(GetRefundBatchRequest request) {
        return viewing.view(request.getBatchId()).map(viewed -> GetRefundBatchResponse.newBuilder()
                .setBatch(BatchWire.render(viewed))
                .build());
    }

    @Override
    public Uni<ListRefundBatchLinesResponse> listRefundBatchLines(ListRefundBatchLinesRequest request) {
        return viewing.lines(request.getBatchId(), request.getPageSize(), request.getPageToken())
                .map(page -> ListRefundBatchLinesResponse.newBuilder()
                        .addAllLines(page.rows().stream().map(BatchWire::render).toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public Uni<ListRefundBatchPayoutsResponse> listRefundBatchPayouts(ListRefundBatchPayoutsRequest request) {
        return payouts.list(request.getBatchId(), request.getPageSize(), request.getPageToken())
                .map(page -> ListRefundBatchPayoutsResponse.newBuilder()
                        .addAllPayouts(page.rows().stream()
                                .map(payout -> BatchWire.render(payout, clock.instant()))
                                .toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public Multi<SubmitRefundBatchResponse> submitRefundBatch(SubmitRefundBatchRequest request) {
        return stream(
                request.getBatchId(),
                () -> acting.submit(
                        request.getBatchId(), request.getDigest(), OfficerWire.parse(request.getOperator())),
                result ->
                        SubmitRefundBatchResponse.newBuilder().setResult(result).build(),
                batch -> SubmitRefundBatchResponse.newBuilder().setBatch(batch).build());
    }

    @Override
    public Multi<ApproveRefundBatchResponse> approveRefundBatch(ApproveRefundBatchRequest request) {
        return stream(
                request.getBatchId(),
                () -> acting.approve(
                        request.getBatchId(),
                        request.getDigest(),
                        request.getDocumentDigest(),
                        ApprovalWire.level(request.getApprover()),
                        ApprovalWire.officer(request.getApprover())),
                result -> ApproveRefundBatchResponse.newBuilder()
                        .setResult(result)
                        .build(),
                batch -> ApproveRefundBatchResponse.newBuilder().setBatch(batch).build());
    }

    @Override
    public Multi<RejectRefundBatchResponse> rejectRefundBatch(RejectRefundBatchRequest request) {
        return stream(
                request.getBatchId(),
                () -> rejecting.reject(
                        request.getBatchId(), request.getReason(), OfficerWire.parse(request.getOperator())),
                result ->
                        RejectRefundBatchResponse.newBuilder().setResult(result).build(),
                batch -> RejectRefundBatchResponse.newBuilder().setBatch(batch).build());
    }

    @Override
    public Multi<PayRefundBatchResponse> payRefundBatch(PayRefundBatchRequest request) {
        return stream(
                request.getBatchId(),
                () -> acting.pay(request.getBatchId(), request.getDigest(), OfficerWire.parse(request.getOperator())),
                result -> PayRefundBatchResponse.newBuilder().setResult(result).build(),
                batch -> PayRefundBatchResponse.newBuilder().setBatch(batch).build());
    }

    /** What came of each plan, and then the batch. */
    private <T> Multi<T> stream(
            String batchId,
            Supplier<Multi<LineResult>> act,
            Function<RefundBatchResult, T> result,
            Function<RefundBatch, T> end) {
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom()
                                .deferred(act::get)
                                .map(BatchWire::render)
                                .map(result),
                        Multi.createFrom().deferred(() -> viewing.view(batchId)
                                .map(BatchWire::render)
                                .map(end)
                                .toMulti()));
    }
}
