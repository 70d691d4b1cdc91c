package org.stoppayment.cli.command.refund.batch;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.proto.recovery.v1.GetRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.RefundBatch;

/** Reads batches. */
final class Batches {

    private Batches() {}

    /** The batch, as it is now. */
    static RefundBatch get(ServiceClients clients, String batchId) {
        return clients.batches()
                .getRefundBatch(
                        GetRefundBatchRequest.newBuilder().setBatchId(batchId).build())
                .getBatch();
    }
}
