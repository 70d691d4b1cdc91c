package org.stoppayment.recovery.approvals.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stoppayment.recovery.approvals.domain.RefundApproval;

/** Shows approvals, and what was decided before. */
@ApplicationScoped
public class ViewingApprovals {

    private final ApprovingPlans approving;
    private final EarlierApprovals earlier;

    ViewingApprovals(ApprovingPlans approving, EarlierApprovals earlier) {
        this.approving = approving;
        this.earlier = earlier;
    }

    /**
     * The approval of a plan.
     *
     * @param approval as it stands
     * @param earlier what was decided before the plan was submitted again, the first one first
     */
    public record Viewed(RefundApproval approval, List<RefundApproval> earlier) {}

    /** The approval of a plan; fails with {@link org.stoppayment.kernel.ServiceException.NotFound} when nobody asked for it. */
    public Uni<Viewed> view(String planId) {
        return approving.view(planId).chain(approval -> earlier.ofPlan(approval.planId())
                .map(before -> new Viewed(approval, before)));
    }
}
