package org.stoppayment.recovery.approvals.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.approvals.application.EarlierApprovals;
import org.stoppayment.recovery.approvals.domain.RefundApproval;

/** Decisions that were made before a plan was submitted again. A trigger writes them. */
@ApplicationScoped
class EarlierApprovalReader
        implements EarlierApprovals, PanacheRepositoryBase<EarlierApprovalEntity, EarlierApprovalEntity.Key> {

    @Override
    @WithSession
    public Uni<List<RefundApproval>> ofPlan(PlanId planId) {
        return list("key.planId", Sort.by("key.number"), planId.value())
                .map(rows -> rows.stream().map(EarlierApprovalEntity::approval).toList());
    }
}
