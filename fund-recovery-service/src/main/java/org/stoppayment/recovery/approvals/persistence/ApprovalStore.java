package org.stoppayment.recovery.approvals.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.kit.postgres.SqlStates;
import org.stoppayment.recovery.approvals.application.Approvals;
import org.stoppayment.recovery.approvals.domain.RefundApproval;

/** Approvals in Postgres. */
@ApplicationScoped
class ApprovalStore implements Approvals, PanacheRepositoryBase<ApprovalEntity, UUID> {

    @Override
    @WithSession
    public Uni<Optional<RefundApproval>> find(PlanId planId) {
        return findById(planId.value()).map(row -> Optional.ofNullable(row).map(ApprovalEntity::approval));
    }

    /** Of two who ask at once, the primary key refuses the second: it is tried again, and finds the first. */
    @Override
    public Uni<RefundApproval> change(PlanId planId, Change change) {
        return Panache.withTransaction(() -> findById(planId.value(), LockModeType.PESSIMISTIC_WRITE)
                        .chain(row -> write(planId, Optional.ofNullable(row), change)))
                .onFailure(SqlStates::isUniqueViolation)
                .retry()
                .atMost(1);
    }

    private Uni<RefundApproval> write(PlanId planId, Optional<ApprovalEntity> row, Change change) {
        RefundApproval approval = change.apply(row.map(ApprovalEntity::approval));
        ApprovalEntity entity = row.orElseGet(() -> ApprovalEntity.of(planId));
        entity.write(approval);
        return row.isPresent()
                ? Uni.createFrom().item(approval)
                : persist(entity).replaceWith(approval);
    }
}
