package org.stoppayment.recovery.batches.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.batches.domain.BatchLine;
import org.stoppayment.recovery.batches.domain.BatchLine.Approval;
import org.stoppayment.recovery.batches.domain.BatchLine.Known;
import org.stoppayment.recovery.batches.domain.BatchLine.Paid;
import org.stoppayment.recovery.plans.domain.PlanState;
import org.stoppayment.recovery.shared.persistence.StoredPerson;

/** Reads where the plans of a batch stand. The entities are those of plans, approvals and payments. Needs the session of its caller. */
@ApplicationScoped
class BatchLines {

    private static final String LINES = """
            select l, p.state, p.supersededBy, cast(a.state as string), a.expiresAt, a.submittedBy, a.decidedAt, b.madeAt,
                (select count(*) from BatchPlanEntity o where o.planId = l.planId and o.isOpen and o.key.batchId <> l.key.batchId)
            from BatchPlanEntity l join BatchEntity b on b.batchId = l.key.batchId
            join PlanEntity p on p.planId = l.planId left join ApprovalEntity a on a.planId = l.planId
            where l.key.batchId = :batchId and l.key.number > :after
            order by l.key.number""";
    private static final String PAID = """
            select p.planId, sum(p.paidFen - p.returnedFen),
                sum(case when p.paidFen - p.returnedFen < p.amountFen then 1 else 0 end),
                sum(case when p.paidFen - p.returnedFen > p.amountFen then 1 else 0 end)
            from PaymentEntity p where p.planId in :plans
            group by p.planId""";

    /** The lines after {@code after}. */
    Uni<List<BatchLine>> read(UUID batchId, int after, int max, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(LINES, Object[].class)
                        .setParameter("batchId", batchId)
                        .setParameter("after", after)
                        .setMaxResults(max)
                        .getResultList())
                .chain(rows -> paid(rows.stream().map(row -> row(row).planId).toList())
                        .map(paid -> rows.stream()
                                .map(row -> line(row, Optional.ofNullable(paid.get(row(row).planId)), now))
                                .toList()));
    }

    private static Uni<Map<UUID, Paid>> paid(List<UUID> plans) {
        if (plans.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(PAID, Object[].class)
                        .setParameter("plans", plans)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> (UUID) row[0], row -> new Paid((long) row[1], (long) row[2], (long) row[3]))));
    }

    private static BatchPlanEntity row(Object[] columns) {
        return (BatchPlanEntity) columns[0];
    }

    private static BatchLine line(@Nullable Object[] columns, Optional<Paid> paid, Instant now) {
        BatchPlanEntity row = (BatchPlanEntity) columns[0];
        return BatchLine.of(
                row.key.number(),
                row.plan(),
                new Known(
                        (PlanState) columns[1],
                        Optional.ofNullable((UUID) columns[2]).map(PlanId::new),
                        approval(columns),
                        paid,
                        (long) columns[8] > 0),
                (Instant) columns[7],
                now);
    }

    private static Optional<Approval> approval(@Nullable Object[] columns) {
        return Optional.ofNullable((String) columns[3])
                .map(state -> new Approval(
                        Approval.Decision.valueOf(state),
                        Optional.ofNullable((Instant) columns[4]),
                        StoredPerson.person((String) columns[5]),
                        Optional.ofNullable((Instant) columns[6])));
    }
}
