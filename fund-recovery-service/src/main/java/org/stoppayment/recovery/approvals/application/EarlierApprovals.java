package org.stoppayment.recovery.approvals.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.approvals.domain.RefundApproval;

/** Read port: what was decided about a plan before it was submitted again. */
public interface EarlierApprovals {

    /** The decided approvals of a plan that were asked for before the one it has, the first one first. */
    Uni<List<RefundApproval>> ofPlan(PlanId planId);
}
