package org.stoppayment.recovery.batches.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.BatchId;
import org.stoppayment.kit.postgres.SqlStates;
import org.stoppayment.recovery.batches.application.Batches;
import org.stoppayment.recovery.batches.domain.BatchLine;
import org.stoppayment.recovery.batches.domain.BatchPlan;
import org.stoppayment.recovery.batches.domain.RefundBatch;
import org.stoppayment.recovery.shared.persistence.UnitOfWork;

/** Batches in Postgres. */
@ApplicationScoped
class BatchStore implements Batches, PanacheRepositoryBase<BatchEntity, UUID> {

    /** In the order of the list. */
    private static final String AFTER = """
            and (b.madeAt < :madeAt or b.madeAt = :madeAt and b.batchId < :id)""";

    /** The entities are those of plans, too. */
    private static final String HAS_OPEN_PLANS = """
            select distinct l.key.batchId from BatchPlanEntity l join PlanEntity p on p.planId = l.planId
            where l.key.batchId in :batches and p.state in (DRAFT, PAYING)""";

    private static final String ONLY_OPEN = """
            and b.rejectedAt is null and exists (
                select 1 from BatchPlanEntity l join PlanEntity p on p.planId = l.planId
                where l.key.batchId = b.batchId and p.state in (DRAFT, PAYING))""";

    private final UnitOfWork units;
    private final BatchLines lines;

    BatchStore(UnitOfWork units, BatchLines lines) {
        this.units = units;
        this.lines = lines;
    }

    /** Of two that are stored at once, an index refuses the second: the batch has the same id, or one of the same plans. */
    @Override
    public Uni<RefundBatch> insert(RefundBatch batch, List<BatchPlan> plans) {
        UUID id = batch.id().value();
        return units.transaction(() -> Panache.getSession()
                        .chain(session -> session.persistAll(Stream.concat(
                                        Stream.of(BatchEntity.of(batch)),
                                        IntStream.range(0, plans.size())
                                                .mapToObj(i -> BatchPlanEntity.of(id, i + 1, plans.get(i))))
                                .toArray()))
                        .replaceWith(batch))
                .onFailure(SqlStates::isUniqueViolation)
                .recoverWithUni(() -> find(batch.id()).map(found -> found.orElseThrow(BatchStore::selectionChanged)));
    }

    private static ServiceException.Refusal selectionChanged() {
        return new ServiceException.Refusal(
                "SELECTION_CHANGED", "plans: one was put into another batch (expected: plans of no other batch)");
    }

    @Override
    public Uni<Optional<RefundBatch>> find(BatchId id) {
        return units.reading(
                () -> findById(id.value()).map(row -> Optional.ofNullable(row).map(BatchEntity::batch)));
    }

    @Override
    public Uni<List<Listed>> list(boolean onlyOpen, Optional<BatchId> before, int max) {
        return units.reading(() -> before.map(BatchStore::last)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(last -> page(onlyOpen, last, max)));
    }

    /** The last batch of the page before. */
    private static Uni<Optional<BatchEntity>> last(BatchId id) {
        return Panache.getSession()
                .chain(session -> session.find(BatchEntity.class, id.value()))
                .map(row -> Optional.of(Optional.ofNullable(row).orElseThrow(BatchStore::unknownToken)));
    }

    private static ServiceException.InvalidInput unknownToken() {
        return new ServiceException.InvalidInput(
                "pageToken", "FORM", "value: no batch (expected: that of a page before)");
    }

    private static Uni<List<Listed>> page(boolean onlyOpen, Optional<BatchEntity> last, int max) {
        return Panache.getSession()
                .chain(session -> {
                    SelectionQuery<BatchEntity> query = session.createSelectionQuery(
                            String.join(
                                    " ",
                                    "from BatchEntity b where true",
                                    onlyOpen ? ONLY_OPEN : "",
                                    last.isPresent() ? AFTER : "",
                                    "order by b.madeAt desc, b.batchId desc"),
                            BatchEntity.class);
                    last.ifPresent(
                            row -> query.setParameter("madeAt", row.madeAt).setParameter("id", row.batchId));
                    return query.setMaxResults(max).getResultList();
                })
                .chain(rows -> withOpenPlans(
                                rows.stream().map(row -> row.batchId).toList())
                        .map(open -> rows.stream()
                                .map(row -> new Listed(row.batch(), open.contains(row.batchId)))
                                .toList()));
    }

    private static Uni<Set<UUID>> withOpenPlans(List<UUID> batches) {
        if (batches.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(HAS_OPEN_PLANS, UUID.class)
                        .setParameter("batches", batches)
                        .getResultList())
                .map(HashSet::new);
    }

    @Override
    public Uni<List<BatchLine>> lines(BatchId id, int after, int max, Instant now) {
        return units.reading(() -> lines.read(id.value(), after, max, now));
    }

    @Override
    public Uni<RefundBatch> reject(BatchId id, RefundBatch.Rejection rejection) {
        return units.transaction(
                () -> findById(id.value(), LockModeType.PESSIMISTIC_WRITE).chain(row -> {
                    if (row.rejectedAt != null) {
                        return Uni.createFrom().item(row.batch());
                    }
                    row.reject(rejection);
                    return Panache.getSession()
                            .chain(session -> session.createMutationQuery(
                                            "update BatchPlanEntity set isOpen = false where key.batchId = :batchId")
                                    .setParameter("batchId", id.value())
                                    .executeUpdate())
                            .replaceWith(row::batch);
                }));
    }
}
