package org.stoppayment.recovery.plans.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stoppayment.kernel.PlanId;
import org.stoppayment.recovery.plans.application.Plans;
import org.stoppayment.recovery.plans.domain.PlanState;
import org.stoppayment.recovery.plans.domain.RefundPlan;
import org.stoppayment.recovery.shared.persistence.StoredPerson;

/** Plans in Postgres. */
@ApplicationScoped
class PlanStore implements Plans, PanacheRepositoryBase<PlanEntity, UUID> {

    @Override
    @WithTransaction
    public Uni<StoredPlan> save(RefundPlan plan) {
        PlanEntity row = row(plan);
        return find("accountSet = ?1 and state = ?2", row.accountSet, PlanState.DRAFT)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .chain(draft -> {
                    if (draft == null) {
                        return insert(row, plan);
                    }
                    if (draft.digest.equals(row.digest)) {
                        return Uni.createFrom().item(stored(draft));
                    }
                    draft.supersede(row.planId);
                    // Before the new one: there is one draft for the accounts.
                    return Panache.getSession()
                            .chain(session -> session.flush())
                            .chain(() -> insert(row, plan));
                });
    }

    private Uni<StoredPlan> insert(PlanEntity row, RefundPlan plan) {
        Object[] cases = plan.cases().stream()
                .map(caseId -> PlanCaseEntity.of(caseId.value(), row.planId))
                .toArray();
        return persist(row)
                .chain(() -> Panache.getSession())
                .chain(session -> session.persistAll(cases))
                .replaceWith(() -> stored(row));
    }

    @Override
    @WithSession
    public Uni<Optional<StoredPlan>> find(PlanId id) {
        return findById(id.value()).map(row -> Optional.ofNullable(row).map(PlanStore::stored));
    }

    @Override
    @WithSession
    public Uni<List<PlanId>> forSameAccounts(PlanId id) {
        return find("accountSet = (select p.accountSet from PlanEntity p where p.planId = ?1)", id.value())
                .project(PlanKey.class)
                .list()
                .map(keys -> keys.stream().map(key -> new PlanId(key.planId())).toList());
    }

    @Override
    @WithSession
    public Uni<List<StoredPlan>> list(Filter filter, int max) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        filter.caseId().ifPresent(caseId -> {
            conditions.add("planId in (select c.key.planId from PlanCaseEntity c where c.key.caseId = :caseId)");
            parameters.put("caseId", caseId.value());
        });
        if (!filter.includeSuperseded()) {
            conditions.add("state = :state");
            parameters.put("state", PlanState.DRAFT);
        }
        filter.before().ifPresent(before -> {
            conditions.add("planId < :before");
            parameters.put("before", before.value());
        });
        return find(String.join(" and ", conditions) + " order by planId desc", parameters)
                .range(0, max - 1)
                .list()
                .map(rows -> rows.stream().map(PlanStore::stored).toList());
    }

    private static PlanEntity row(RefundPlan plan) {
        PlanEntity row = new PlanEntity();
        row.planId = plan.id().value();
        row.accountSet = PlanContent.digest(plan.accounts().stream()
                .map(account -> account.shares().account())
                .map(account -> account.institutionCode() + "/" + account.number())
                .sorted()
                .collect(Collectors.joining("\n")));
        row.state = PlanState.DRAFT;
        row.madeAt = plan.madeAt();
        row.madeBy = StoredPerson.text(plan.madeBy());
        row.content = PlanContent.write(plan.accounts());
        row.digest = PlanContent.digest(row.content);
        return row;
    }

    private static StoredPlan stored(PlanEntity row) {
        return new StoredPlan(
                new RefundPlan(
                        new PlanId(row.planId),
                        row.madeAt,
                        StoredPerson.person(row.madeBy),
                        PlanContent.read(row.content)),
                row.state,
                row.digest,
                Optional.ofNullable(row.supersededBy).map(PlanId::new));
    }

    /** A plan without its content. */
    @RegisterForReflection
    record PlanKey(UUID planId) {}
}
