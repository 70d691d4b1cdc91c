package org.stoppayment.freeze.objections.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stoppayment.freeze.holds.application.OpenObjections;
import org.stoppayment.freeze.objections.application.Objections;
import org.stoppayment.freeze.objections.domain.Objection;
import org.stoppayment.freeze.objections.domain.ObjectionState;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.persistence.AdvisoryLock;
import org.stoppayment.freeze.shared.persistence.SkipLocked;
import org.stoppayment.freeze.shared.persistence.UnitOfWork;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.ObjectionId;

/** Objections in Postgres. */
@ApplicationScoped
class ObjectionStore implements Objections, OpenObjections, PanacheRepositoryBase<ObjectionEntity, UUID> {

    private static final String OPEN =
            "caseId = ?1 and institutionCode = ?2 and accountNumber = ?3 and closedAt is null";

    private final UnitOfWork units;

    ObjectionStore(UnitOfWork units) {
        this.units = units;
    }

    /** Requests about one account follow each other, so that the second finds the objection of the first. */
    @Override
    public Uni<Objection> insert(Objection objection, Instant checkAt) {
        AccountRef.Key account = objection.content().account();
        return units.transaction(
                () -> AdvisoryLock.take("objection", account.institutionCode() + "/" + account.number())
                        .chain(() -> find("requestId", objection.requestId()).<ObjectionEntity>firstResult())
                        .chain(repeated -> repeated != null
                                ? Uni.createFrom().item(repeated)
                                : find(OPEN, objection.caseId().value(), account.institutionCode(), account.number())
                                        .<ObjectionEntity>firstResult())
                        .chain(kept -> {
                            if (kept != null) {
                                return Uni.createFrom().item(kept.objection());
                            }
                            ObjectionEntity row = ObjectionEntity.of(objection);
                            row.checkAt = checkAt;
                            return persist(row).replaceWith(objection);
                        }));
    }

    @Override
    public Uni<Optional<Objection>> find(ObjectionId id) {
        return units.reading(
                () -> findById(id.value()).map(row -> Optional.ofNullable(row).map(ObjectionEntity::objection)));
    }

    @Override
    public Uni<Optional<Objection>> ofRequest(UUID requestId) {
        return units.reading(() -> find("requestId", requestId)
                .<ObjectionEntity>firstResult()
                .map(row -> Optional.ofNullable(row).map(ObjectionEntity::objection)));
    }

    @Override
    public Uni<Set<CaseId>> objectedOn(AccountRef.Key account) {
        return units.reading(() -> list(
                        "institutionCode = ?1 and accountNumber = ?2 and closedAt is null",
                        account.institutionCode(),
                        account.number())
                .map(rows -> rows.stream().map(row -> new CaseId(row.caseId)).collect(Collectors.toUnmodifiableSet())));
    }

    @Override
    public Uni<Optional<ObjectionId>> on(CaseId caseId, AccountRef.Key account) {
        return units.reading(() -> find(OPEN, caseId.value(), account.institutionCode(), account.number())
                .<ObjectionEntity>firstResult()
                .map(row -> Optional.ofNullable(row).map(open -> new ObjectionId(open.objectionId))));
    }

    @Override
    public Uni<List<Objection>> list(Filter filter, Optional<Position> after, int max) {
        return units.reading(() -> {
            List<String> conditions = new ArrayList<>(List.of("state in :states"));
            Parameters parameters = Parameters.with("states", filter.states());
            filter.caseId().ifPresent(caseId -> {
                conditions.add("caseId = :caseId");
                parameters.and("caseId", caseId.value());
            });
            if (!filter.ownerOrganisation().isEmpty()) {
                conditions.add("ownerOrganisation = :owner");
                parameters.and("owner", filter.ownerOrganisation());
            }
            filter.overdue().ifPresent(overdue -> {
                conditions.add(
                        "(state = :open and dueAt <= :due or state <> :open and decision.decidedAt <= :decided)");
                parameters
                        .and("open", ObjectionState.OPEN)
                        .and("due", overdue.dueBy())
                        .and("decided", overdue.decidedBy());
            });
            after.ifPresent(last -> {
                conditions.add("(dueAt > :after or dueAt = :after and objectionId > :last)");
                parameters.and("after", last.dueAt()).and("last", last.id().value());
            });
            return find(String.join(" and ", conditions) + " order by dueAt, objectionId", parameters)
                    .page(0, max)
                    .<ObjectionEntity>list()
                    .map(rows -> rows.stream().map(ObjectionEntity::objection).toList());
        });
    }

    @Override
    public Uni<Objection> change(ObjectionId id, Function<Objection, Optional<Change>> change) {
        return units.transaction(() -> locked(id).map(row -> {
            Objection current = row.objection();
            return change.apply(current)
                    .map(wanted -> {
                        row.write(wanted.objection());
                        row.checkAt = wanted.checkAt().orElse(null);
                        return wanted.objection();
                    })
                    .orElse(current);
        }));
    }

    /** The row of an objection, locked until the transaction of the caller ends. */
    Uni<ObjectionEntity> locked(ObjectionId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("objection " + id + " is not stored"));
    }

    @Override
    public Uni<List<Objection>> claimDue(Instant now, Duration lease, int max) {
        return units.transaction(() -> SkipLocked.list(
                        ObjectionEntity.class, "checkAt <= :now order by checkAt", Map.of("now", now), max)
                .map(rows -> rows.stream()
                        .map(row -> {
                            row.checkAt = now.plus(lease);
                            return row.objection();
                        })
                        .toList()));
    }
}
