package org.stoppayment.recovery.batches.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.BatchId;
import org.stoppayment.recovery.batches.domain.BatchCriteria;
import org.stoppayment.recovery.batches.domain.RefundBatch;

/** Makes batches of the plans that an officer has seen in a preview. */
@ApplicationScoped
public class MakingBatches {

    private final SelectingPlans selecting;
    private final Batches batches;
    private final InstantSource clock;

    MakingBatches(SelectingPlans selecting, Batches batches, InstantSource clock) {
        this.selecting = selecting;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * Makes a batch; the same request again answers the same batch.
     *
     * @param batchId made by the caller
     * @param digest of the preview
     */
    public Uni<RefundBatch> make(String batchId, BatchCriteria criteria, String digest, Officer officer) {
        new OfficerChecks()
                .id("batchId", batchId)
                .digest("digest", digest)
                .officer("operator", officer)
                .refuse();
        BatchId id = BatchId.of(batchId);
        return batches.find(id)
                .chain(existing -> existing.map(Uni.createFrom()::item).orElseGet(() -> selecting
                        .select(criteria)
                        .invoke(selection -> requireSeen(selection, digest))
                        .chain(selection ->
                                batches.insert(batch(id, criteria, selection, officer), selection.batchPlans()))))
                .invoke(batch -> requireSame(batch, digest));
    }

    private RefundBatch batch(BatchId id, BatchCriteria criteria, Selection selection, Officer officer) {
        return new RefundBatch(
                id,
                criteria,
                clock.instant(),
                officer,
                selection.digest(),
                selection.plans().size(),
                selection.payFen(),
                Optional.empty());
    }

    private static void requireSeen(Selection selection, String digest) {
        if (selection.plans().isEmpty()) {
            throw new ServiceException.Refusal(
                    "NO_PLANS", "criteria: no plan that can be put into a batch (expected: at least 1)");
        }
        if (!selection.digest().equalsIgnoreCase(digest)) {
            throw new ServiceException.Refusal(
                    "SELECTION_CHANGED",
                    "digest: " + digest + " (expected: " + selection.digest() + ", the plans as they are now)");
        }
    }

    private static void requireSame(RefundBatch batch, String digest) {
        if (!batch.digest().equalsIgnoreCase(digest)) {
            throw new ServiceException.Refusal(
                    "REQUEST_ID_REUSED", "batchId: " + batch.id() + " (expected: an id without another batch)");
        }
    }
}
