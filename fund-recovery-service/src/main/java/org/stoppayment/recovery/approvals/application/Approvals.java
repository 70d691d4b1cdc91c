package org.stoppayment.recovery.approvals.application;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.approvals.domain.RefundApproval;

/** Port: approvals of plans. */
public interface Approvals {

    /** The approval of a plan. */
    Uni<Optional<RefundApproval>> find(PlanId planId);

    /**
     * Changes the approval of a plan under a lock, and stores what {@code change} makes of it; the same again changes nothing. A failure of
     * {@code change} changes nothing.
     *
     * @param change gets the approval, empty when nobody asked for it
     */
    Uni<RefundApproval> change(PlanId planId, Change change);

    /** What is made of an approval. */
    interface Change {

        /** The approval afterwards. */
        RefundApproval apply(Optional<RefundApproval> before);

        /** A change of what is there. */
        static Change of(UnaryOperator<RefundApproval> change, RuntimeException none) {
            return before -> change.apply(before.orElseThrow(() -> none));
        }
    }
}
