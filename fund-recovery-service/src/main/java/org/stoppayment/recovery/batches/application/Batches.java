package org.stoppayment.recovery.batches.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.ids.BatchId;
import org.stoppayment.recovery.batches.domain.BatchLine;
import org.stoppayment.recovery.batches.domain.BatchPlan;
import org.stoppayment.recovery.batches.domain.RefundBatch;

/** Port: batches. */
public interface Batches {

    /**
     * Stores a batch; the one that the id has already, when it has one. Fails with a refusal {@code SELECTION_CHANGED} when one of the plans has
     * got into another open batch.
     */
    Uni<RefundBatch> insert(RefundBatch batch, List<BatchPlan> plans);

    /** The batch of an id. */
    Uni<Optional<RefundBatch>> find(BatchId id);

    /**
     * Batches, the one made last first. Fails with {@link org.stoppayment.kernel.ServiceException.InvalidInput} when there is no batch {@code before}.
     *
     * @param onlyOpen only those that are open
     * @param before only those after this one in the list
     */
    Uni<List<Listed>> list(boolean onlyOpen, Optional<BatchId> before, int max);

    /** Plans of a batch, by their numbers, from the one after {@code after}. */
    Uni<List<BatchLine>> lines(BatchId id, int after, int max, Instant now);

    /** Rejects a batch, so that its plans can be put into another one; the batch afterwards, rejected before when it was. */
    Uni<RefundBatch> reject(BatchId id, RefundBatch.Rejection rejection);

    /**
     * A batch of a list.
     *
     * @param batch the batch
     * @param hasOpenPlans true when one of its plans is a draft or being paid
     */
    record Listed(RefundBatch batch, boolean hasOpenPlans) {}
}
