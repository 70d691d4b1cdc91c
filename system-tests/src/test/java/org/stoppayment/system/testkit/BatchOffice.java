package org.stoppayment.system.testkit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.recovery.v1.ApproveRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.BatchCriteria;
import org.stoppayment.proto.recovery.v1.CreateRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.GetRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.ListRefundBatchLinesRequest;
import org.stoppayment.proto.recovery.v1.PreviewRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.RefundBatchLine;
import org.stoppayment.proto.recovery.v1.SubmitRefundBatchRequest;

/** The officers who return money of many plans at once: one makes and submits a batch, another approves it. */
public final class BatchOffice {

    private static final int MAX_LINES = 200;
    private static final String DECISION = "b2".repeat(32);

    private final ServiceClients clients;

    public BatchOffice(ServiceClients clients) {
        this.clients = clients;
    }

    /** A batch of all plans of a desk that can be submitted now, submitted and approved. */
    public RefundBatch approved(String station) {
        BatchCriteria criteria = BatchCriteria.newBuilder().setStation(station).build();
        String digest = clients.batches()
                .previewRefundBatch(PreviewRefundBatchRequest.newBuilder()
                        .setCriteria(criteria)
                        .build())
                .getDigest();
        RefundBatch batch = clients.batches()
                .createRefundBatch(CreateRefundBatchRequest.newBuilder()
                        .setBatchId(Reports.newId())
                        .setCriteria(criteria)
                        .setDigest(digest)
                        .setOperator(DispatchDesk.OFFICER)
                        .build())
                .getBatch();
        end(clients.batches()
                .submitRefundBatch(SubmitRefundBatchRequest.newBuilder()
                        .setBatchId(batch.getBatchId())
                        .setDigest(digest)
                        .setOperator(DispatchDesk.OFFICER)
                        .build()));
        end(clients.batches()
                .approveRefundBatch(ApproveRefundBatchRequest.newBuilder()
                        .setBatchId(batch.getBatchId())
                        .setDigest(digest)
                        .setDocumentDigest(DECISION)
                        .setApprover(Approver.newBuilder()
                                .setOrganisation("city police")
                                .setBadgeNumber("000777")
                                .setLevel(ApprovalLevel.APPROVAL_LEVEL_CITY))
                        .build()));
        return batch;
    }

    private static void end(Iterator<?> act) {
        act.forEachRemaining(result -> {});
    }

    /** The batch as it stands. */
    public RefundBatch batch(String batchId) {
        return clients.batches()
                .getRefundBatch(
                        GetRefundBatchRequest.newBuilder().setBatchId(batchId).build())
                .getBatch();
    }

    /** Its plans, by their numbers. */
    public List<RefundBatchLine> lines(String batchId) {
        return new ArrayList<>(clients.batches()
                .listRefundBatchLines(ListRefundBatchLinesRequest.newBuilder()
                        .setBatchId(batchId)
                        .setPageSize(MAX_LINES)
                        .build())
                .getLinesList());
    }
}
