package org.stoppayment.recovery.batches.application;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.kernel.ids.BatchId;
import org.stoppayment.recovery.batches.domain.BatchDigest;
import org.stoppayment.recovery.batches.domain.BatchPlan;
import org.stoppayment.recovery.notices.domain.Readiness.Blocker;
import org.stoppayment.recovery.plans.domain.PlanSummary;

/**
 * The plans that a batch has or would have.
 *
 * @param plans that are put into it, the oldest first
 * @param leftOut plans that meet the criteria, and are left out
 */
public record Selection(List<PlanSummary> plans, List<LeftOut> leftOut) {

    public Selection {
        plans = List.copyOf(plans);
        leftOut = List.copyOf(leftOut);
    }

    /** Why a plan is left out. */
    public enum Reason {
        /** The officer asked for that. */
        EXCEPTED,
        /** Something stands in its way. */
        NOT_READY,
        /** It is in another batch. */
        IN_BATCH,
        /** It is being paid. */
        BEING_PAID,
        /** It is submitted or approved already. */
        ALREADY_SUBMITTED,
        /** It is not approved, or not any more. */
        NOT_APPROVED,
        /** It pays nobody. */
        NOTHING_TO_PAY,
        /** An older plan that is chosen pays one of its victims: once that is paid, this one is made again. */
        SHARES_VICTIM,
        /** It was rejected, and that is not what was asked for. */
        REJECTED_BEFORE,
        /** It was not rejected, and that is what was asked for. */
        NOT_REJECTED
    }

    /**
     * A plan that is left out.
     *
     * @param plan the plan
     * @param reason why
     * @param blockers what stands in its way, when it is not ready
     * @param batch that it is in
     */
    public record LeftOut(PlanSummary plan, Reason reason, Set<Blocker> blockers, Optional<BatchId> batch) {}

    /** The plans as a batch names them. */
    public List<BatchPlan> batchPlans() {
        return plans.stream()
                .map(plan -> new BatchPlan(plan.id(), plan.digest(), plan.paidFen()))
                .toList();
    }

    /** The digest of a batch of these plans. */
    public String digest() {
        return BatchDigest.of(batchPlans());
    }

    /** What they pay, in fen. */
    public long payFen() {
        return plans.stream().mapToLong(PlanSummary::paidFen).reduce(0, Math::addExact);
    }
}
