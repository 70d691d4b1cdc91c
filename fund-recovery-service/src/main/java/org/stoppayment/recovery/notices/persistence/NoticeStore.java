package org.stoppayment.recovery.notices.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.kit.postgres.SqlStates;
import org.stoppayment.recovery.notices.application.Notices;
import org.stoppayment.recovery.notices.domain.Notice;
import org.stoppayment.recovery.notices.domain.PlanObjection;
import org.stoppayment.recovery.notices.domain.PlanObjection.Decision;

/** Notices and objections in Postgres. */
@ApplicationScoped
class NoticeStore implements Notices, PanacheRepositoryBase<PlanObjectionEntity, UUID> {

    @Override
    public Uni<Notice> publish(Notice notice) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.find(
                                NoticeEntity.class, notice.planId().value())
                        .chain(found -> found != null
                                ? Uni.createFrom().item(found.notice())
                                : session.persist(NoticeEntity.of(notice)).replaceWith(notice))))
                .onFailure(NoticeStore::isTaken)
                .recoverWithUni(
                        () -> Panache.withSession(() -> find(notice.planId()).map(Optional::orElseThrow)));
    }

    @Override
    @WithSession
    public Uni<Optional<Notice>> find(PlanId planId) {
        return Panache.getSession()
                .chain(session -> session.find(NoticeEntity.class, planId.value()))
                .map(row -> Optional.ofNullable(row).map(NoticeEntity::notice));
    }

    @Override
    @WithSession
    public Uni<Optional<Notice>> latest(List<PlanId> plans) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from NoticeEntity where planId in :plans order by publishedAt desc",
                                NoticeEntity.class)
                        .setParameter("plans", plans.stream().map(PlanId::value).toList())
                        .setMaxResults(1)
                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(NoticeEntity::notice));
    }

    @Override
    @WithSession
    public Uni<Optional<PlanObjection>> objection(UUID id) {
        return findById(id).map(row -> Optional.ofNullable(row).map(PlanObjectionEntity::objection));
    }

    @Override
    public Uni<PlanObjection> open(PlanObjection objection) {
        return Panache.withTransaction(() -> findById(objection.id())
                        .chain(found -> found != null
                                ? Uni.createFrom().item(found.objection())
                                : requireDraft(objection.planId())
                                        .chain(() -> persist(PlanObjectionEntity.of(objection)))
                                        .replaceWith(objection)))
                .onFailure(NoticeStore::isTaken)
                .recoverWithUni(
                        () -> Panache.withSession(() -> findById(objection.id()).map(PlanObjectionEntity::objection)));
    }

    /** Under a lock: a plan whose payments are ordered at the same time is either objected to, or paid. */
    private static Uni<Void> requireDraft(PlanId planId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT state FROM refund_plan WHERE plan_id = :planId FOR UPDATE", String.class)
                        .setParameter("planId", planId.value())
                        .getSingleResult())
                .invoke(state -> {
                    if (!state.equals("DRAFT")) {
                        throw new ServiceException.Refusal(
                                "PLAN_SUPERSEDED", "planId: " + planId + " (expected: a draft)");
                    }
                })
                .replaceWithVoid();
    }

    /** Of two at once, the primary key refuses the second: the first stands. */
    private static boolean isTaken(Throwable failure) {
        return SqlStates.isUniqueViolation(failure);
    }

    @Override
    @WithTransaction
    public Uni<Optional<PlanObjection>> decide(UUID id, Decision decision) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(found -> {
                    if (found.isOpen()) {
                        found.decide(decision);
                    }
                    return found.objection();
                }));
    }

    @Override
    @WithSession
    public Uni<List<PlanObjection>> objectionsTo(List<PlanId> plans) {
        return list(
                        "planId in ?1 order by openedAt, objectionId",
                        plans.stream().map(PlanId::value).toList())
                .map(rows -> rows.stream().map(PlanObjectionEntity::objection).toList());
    }
}
