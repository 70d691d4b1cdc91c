package org.stoppayment.recovery.batches.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.plans.domain.PlanState;

/**
 * A plan of a batch, and where it stands.
 *
 * @param number of the plan in the batch, from 1
 * @param plan the plan
 * @param state where it stands
 * @param paidFen what its victims have, in fen
 * @param submittedBy who asked for its approval, while that is not decided
 * @param supersededBy the plan that has taken its place
 */
public record BatchLine(
        int number,
        BatchPlan plan,
        LineState state,
        long paidFen,
        Optional<Officer> submittedBy,
        Optional<PlanId> supersededBy) {

    /**
     * What is known of the approval of a plan.
     *
     * @param decision what was decided
     * @param expiresAt of an approval
     * @param submittedBy who asked
     * @param decidedAt when; empty while nobody has
     */
    public record Approval(
            Decision decision, Optional<Instant> expiresAt, Officer submittedBy, Optional<Instant> decidedAt) {

        /** What was decided about a plan. */
        public enum Decision {
            /** Nothing yet. */
            SUBMITTED,
            /** It is approved. */
            APPROVED,
            /** It is rejected. */
            REJECTED
        }

        /** True when somebody rejected it. */
        public boolean isRejected() {
            return decision == Decision.REJECTED;
        }

        private boolean isRejectedBefore(Instant moment) {
            return isRejected() && decidedAt.filter(moment::isAfter).isPresent();
        }

        /** True when somebody else must still decide. */
        public boolean isOpen() {
            return decision == Decision.SUBMITTED;
        }

        /** True when the plan may be paid at {@code now}, as far as the approval goes. */
        public boolean isValidAt(Instant now) {
            return decision == Decision.APPROVED
                    && expiresAt.filter(now::isBefore).isPresent();
        }
    }

    /**
     * What was paid by a plan.
     *
     * @param fen what its victims have, in fen
     * @param less number of payments of which the victim has less than was ordered
     * @param more number of payments of which the victim has more
     */
    public record Paid(long fen, long less, long more) {

        private LineState state() {
            if (more > 0) {
                return LineState.PAID_TOO_MUCH;
            }
            return less > 0 ? LineState.NOT_ALL_PAID : LineState.PAID;
        }
    }

    /**
     * What is known of a plan of a batch.
     *
     * @param state of the plan
     * @param supersededBy the plan that has taken its place
     * @param approval of the plan
     * @param paid by it
     * @param isInOtherBatch true when another open batch has it
     */
    public record Known(
            PlanState state,
            Optional<PlanId> supersededBy,
            Optional<Approval> approval,
            Optional<Paid> paid,
            boolean isInOtherBatch) {}

    /**
     * The line of a plan that stands so.
     *
     * @param madeAt when the batch was made
     */
    public static BatchLine of(int number, BatchPlan plan, Known known, Instant madeAt, Instant now) {
        if (known.isInOtherBatch()) {
            return new BatchLine(number, plan, LineState.IN_OTHER_BATCH, 0, Optional.empty(), known.supersededBy());
        }
        Optional<Approval> approval = known.approval().filter(asked -> !asked.isRejectedBefore(madeAt));
        return new BatchLine(
                number,
                plan,
                state(known.state(), approval, known.paid(), now),
                known.paid().map(Paid::fen).orElse(0L),
                approval.filter(Approval::isOpen).map(Approval::submittedBy),
                known.supersededBy());
    }

    private static LineState state(PlanState planState, Optional<Approval> approval, Optional<Paid> paid, Instant now) {
        return switch (planState) {
            case SUPERSEDED -> LineState.SUPERSEDED;
            case WITHDRAWN -> LineState.WITHDRAWN;
            case PAYING -> LineState.PAYING;
            case PAID -> paid.map(Paid::state).orElse(LineState.NOT_ALL_PAID);
            case DRAFT -> approval.map(asked -> state(asked, now)).orElse(LineState.NOT_SUBMITTED);
        };
    }

    private static LineState state(Approval approval, Instant now) {
        return switch (approval.decision()) {
            case SUBMITTED -> LineState.SUBMITTED;
            case REJECTED -> LineState.REJECTED;
            case APPROVED -> approval.isValidAt(now) ? LineState.APPROVED : LineState.EXPIRED;
        };
    }
}
