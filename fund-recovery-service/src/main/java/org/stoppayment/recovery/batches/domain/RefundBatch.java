package org.stoppayment.recovery.batches.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ids.BatchId;

/**
 * A fixed list of plans that are submitted, approved and paid together. Where its plans stand is not kept with it: plans, approvals and payments
 * say that.
 *
 * @param id of the batch
 * @param criteria by what its plans were chosen
 * @param madeAt when
 * @param madeBy who
 * @param digest of its plans: {@link BatchDigest}
 * @param plans number of its plans
 * @param payFen what they pay, in fen
 * @param rejection when an officer rejected it
 */
public record RefundBatch(
        BatchId id,
        BatchCriteria criteria,
        Instant madeAt,
        Officer madeBy,
        String digest,
        int plans,
        long payFen,
        Optional<Rejection> rejection) {

    /**
     * Who rejected a batch.
     *
     * @param officer who
     * @param at when
     * @param reason why
     */
    public record Rejection(Officer officer, Instant at, String reason) {}
}
