package org.stoppayment.recovery.batches.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.batches.domain.BatchPlan;

/** A plan of a batch. An index lets it be in one open batch at most. */
@Entity
@Table(name = "refund_batch_plan")
class BatchPlanEntity {

    @EmbeddedId
    Key key;

    @Column(name = "plan_id", updatable = false)
    UUID planId;

    @Column(name = "plan_digest", updatable = false)
    String planDigest;

    @Column(name = "pay_fen", updatable = false)
    long payFen;

    /** False when its batch was rejected. */
    @Column(name = "is_open")
    boolean isOpen;

    static BatchPlanEntity of(UUID batchId, int number, BatchPlan plan) {
        BatchPlanEntity row = new BatchPlanEntity();
        row.key = new Key(batchId, number);
        row.planId = plan.planId().value();
        row.planDigest = plan.planDigest();
        row.payFen = plan.payFen();
        row.isOpen = true;
        return row;
    }

    BatchPlan plan() {
        return new BatchPlan(new PlanId(planId), planDigest, payFen);
    }

    /** The batch, and the number of the plan in it. */
    @Embeddable
    record Key(
            @Column(name = "batch_id") UUID batchId,
            @Column(name = "number") int number) {}
}
