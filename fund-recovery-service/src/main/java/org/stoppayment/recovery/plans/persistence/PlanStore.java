package org.stoppayment.recovery.plans.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.kit.postgres.SqlStates;
import org.stoppayment.recovery.plans.application.Plans;
import org.stoppayment.recovery.plans.domain.PlanState;
import org.stoppayment.recovery.plans.domain.RefundPlan;
import org.stoppayment.recovery.shared.domain.AccountRef;
import org.stoppayment.recovery.shared.persistence.StoredPerson;

/** Plans in Postgres. */
@ApplicationScoped
class PlanStore implements Plans, PanacheRepositoryBase<PlanEntity, UUID> {

    private static final int MAX_CONFLICTS = 50;

    /** The content of a plan may be large: it is not read. */
    private static final String RELATED = """
            select distinct p.planId, p.paymentDigest, own.paymentDigest
            from PlanEntity own join PlanAccountEntity mine on mine.key.planId = own.planId
            join PlanAccountEntity other
                on other.key.institutionCode = mine.key.institutionCode and other.key.accountNumber = mine.key.accountNumber
            join PlanEntity p on p.planId = other.key.planId
            where own.planId = :planId order by p.planId""";

    private final PlanAccounts planAccounts;

    PlanStore(PlanAccounts planAccounts) {
        this.planAccounts = planAccounts;
    }

    /**
     * Of two plans of an account that are stored at once, one waits for the lock of the draft that both found, or the index refuses it: it is tried
     * again, and takes the place of the other.
     */
    @Override
    public Uni<Saved> save(RefundPlan plan) {
        return Panache.withTransaction(() -> planAccounts.standing(plan.keys()).chain(standing -> locked(standing)
                        .chain(drafts -> save(plan, standing, drafts))))
                .onFailure(PlanStore::isOvertaken)
                .retry()
                .atMost(MAX_CONFLICTS)
                .onFailure(PlanStore::isOvertaken)
                .transform(overtaken -> new ServiceException.Overloaded(
                        "accounts: other plans of them are being made (expected: the same request later)"));
    }

    private static boolean isOvertaken(Throwable failure) {
        return failure instanceof OvertakenException || SqlStates.isUniqueViolation(failure);
    }

    /** Another plan has taken the place of a draft that was found. */
    private static final class OvertakenException extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;
    }

    private Uni<List<PlanEntity>> locked(List<PlanAccountEntity> accounts) {
        return find(
                        "planId in ?1 order by planId",
                        accounts.stream()
                                .map(row -> row.key.planId())
                                .distinct()
                                .toList())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    private Uni<Saved> save(RefundPlan plan, List<PlanAccountEntity> standing, List<PlanEntity> drafts) {
        drafts.forEach(PlanStore::requireDraft);
        PlanEntity row = row(plan);
        Optional<PlanEntity> same =
                drafts.stream().filter(draft -> draft.digest.equals(row.digest)).findFirst();
        if (same.isPresent()) { // the content has the accounts
            return Uni.createFrom().item(new Saved(stored(same.get()), Set.of()));
        }
        drafts.forEach(draft -> draft.supersede(row.planId));
        standing.forEach(account -> account.stands = false);
        Set<AccountRef.Key> freed =
                standing.stream().map(PlanAccountEntity::account).collect(Collectors.toCollection(HashSet::new));
        freed.removeAll(plan.keys());
        // Before the new one: an account is in one draft.
        return Panache.getSession()
                .chain(session -> session.flush())
                .chain(() -> persist(row))
                .chain(() -> Panache.getSession())
                .chain(session -> session.persistAll(parts(plan)))
                .replaceWith(() -> new Saved(stored(row), freed));
    }

    private static void requireDraft(PlanEntity row) {
        if (row.state == PlanState.SUPERSEDED || row.state == PlanState.WITHDRAWN) {
            throw new OvertakenException();
        }
        if (row.state != PlanState.DRAFT) {
            throw new ServiceException.Refusal(
                    "PLAN_BEING_PAID", "planId: " + row.planId + " (expected: accounts of no plan that is being paid)");
        }
    }

    private static Object[] parts(RefundPlan plan) {
        UUID id = plan.id().value();
        return Stream.concat(
                        plan.cases().stream().map(caseId -> PlanCaseEntity.of(caseId.value(), id)),
                        plan.keys().stream().map(account -> PlanAccountEntity.of(id, account)))
                .toArray();
    }

    @Override
    @WithTransaction
    public Uni<Set<AccountRef.Key>> withdraw(AccountRef.Key account) {
        return planAccounts
                .standing(Set.of(account))
                .chain(standing -> standing.isEmpty() ? Uni.createFrom().item(Set.of()) : withdraw(account, standing));
    }

    private Uni<Set<AccountRef.Key>> withdraw(AccountRef.Key account, List<PlanAccountEntity> standing) {
        return locked(standing).map(drafts -> {
            if (drafts.stream().anyMatch(draft -> draft.state != PlanState.DRAFT)) {
                return Set.of(); // it is being paid
            }
            drafts.forEach(PlanEntity::withdraw);
            standing.forEach(row -> row.stands = false);
            Set<AccountRef.Key> others =
                    standing.stream().map(PlanAccountEntity::account).collect(Collectors.toCollection(HashSet::new));
            others.remove(account);
            return others;
        });
    }

    @Override
    @WithSession
    public Uni<Set<AccountRef.Key>> drafted(AccountRef.Key account) {
        return planAccounts
                .standing(Set.of(account))
                .map(rows -> rows.isEmpty()
                        ? Set.of(account)
                        : rows.stream().map(PlanAccountEntity::account).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    @WithSession
    public Uni<Optional<StoredPlan>> find(PlanId id) {
        return findById(id.value()).map(row -> Optional.ofNullable(row).map(PlanStore::stored));
    }

    @Override
    @WithSession
    public Uni<List<RelatedPlan>> related(PlanId id) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(RELATED, Object[].class)
                        .setParameter("planId", id.value())
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new RelatedPlan(new PlanId((UUID) row[0]), row[1].equals(row[2])))
                        .toList());
    }

    @Override
    @WithSession
    public Uni<List<RefundPlan>> draftsOfTheVictimsOf(PlanId id) {
        return find(
                        "state = ?1 and planId in (select other.key.planId from PlanCaseEntity other, PlanCaseEntity own"
                                + " where own.key.planId = ?2 and other.key.caseId = own.key.caseId) order by planId",
                        PlanState.DRAFT,
                        id.value())
                .<PlanEntity>list()
                .map(rows -> rows.stream().map(row -> stored(row).plan()).toList());
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
        conditions.add("state in :states");
        parameters.put("states", filter.states());
        filter.before().ifPresent(before -> {
            conditions.add("planId < :before");
            parameters.put("before", before.value());
        });
        return find(String.join(" and ", conditions) + " order by planId desc", parameters)
                .range(0, max - 1)
                .list()
                .map(PlanStore::stored);
    }

    private static PlanEntity row(RefundPlan plan) {
        PlanEntity row = new PlanEntity();
        row.planId = plan.id().value();
        row.state = PlanState.DRAFT;
        row.madeAt = plan.madeAt();
        row.madeBy = StoredPerson.text(plan.madeBy());
        row.content = PlanContent.write(plan.accounts());
        row.digest = PlanContent.digest(row.content);
        row.paymentDigest = PlanContent.paymentDigest(plan.accounts());
        return row;
    }

    private static List<StoredPlan> stored(Collection<PlanEntity> rows) {
        return rows.stream().map(PlanStore::stored).toList();
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
}
