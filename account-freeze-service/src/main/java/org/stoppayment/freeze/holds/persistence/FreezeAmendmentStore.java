package org.stoppayment.freeze.holds.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stoppayment.freeze.amendments.domain.AmendmentState;
import org.stoppayment.freeze.holds.application.amendments.FreezeAmendments;
import org.stoppayment.freeze.holds.domain.FreezeAmendment;
import org.stoppayment.freeze.shared.persistence.SkipLocked;
import org.stoppayment.freeze.shared.persistence.UnitOfWork;
import org.stoppayment.kernel.ids.ApplicationId;

/** Orders about freezes in Postgres. */
@ApplicationScoped
class FreezeAmendmentStore implements FreezeAmendments, PanacheRepositoryBase<FreezeAmendmentEntity, UUID> {

    private static final Set<AmendmentState> DECIDED = Set.of(AmendmentState.DONE, AmendmentState.DECLINED);

    private final UnitOfWork units;
    private final FreezeStore freezes;

    FreezeAmendmentStore(UnitOfWork units, FreezeStore freezes) {
        this.units = units;
        this.freezes = freezes;
    }

    /** Requests about one freeze follow each other, so that the second finds the order of the first. */
    @Override
    public Uni<FreezeAmendment> insert(FreezeAmendment amendment, Instant dueAt) {
        return units.transaction(() -> freezes.locked(amendment.freezeId())
                .chain(locked -> find(
                                "freezeId = ?1 and kind = ?2 and state not in ?3",
                                amendment.freezeId().value(),
                                amendment.kind(),
                                DECIDED)
                        .<FreezeAmendmentEntity>firstResult())
                .chain(open -> {
                    if (open != null) {
                        return Uni.createFrom().item(open.amendment());
                    }
                    FreezeAmendmentEntity row = FreezeAmendmentEntity.of(amendment);
                    row.dueAt = dueAt;
                    return persist(row).replaceWith(amendment);
                }));
    }

    @Override
    public Uni<Optional<FreezeAmendment>> find(ApplicationId id) {
        return units.reading(
                () -> findById(id.value()).map(row -> Optional.ofNullable(row).map(FreezeAmendmentEntity::amendment)));
    }

    @Override
    public Uni<Map<ApplicationId, List<FreezeAmendment>>> of(Collection<ApplicationId> freezeIds) {
        return units.reading(() -> {
            if (freezeIds.isEmpty()) {
                return Uni.createFrom().item(Map.of());
            }
            return list(
                            "freezeId in ?1 order by requestedAt, applicationId",
                            freezeIds.stream().map(ApplicationId::value).toList())
                    .map(rows -> rows.stream()
                            .map(FreezeAmendmentEntity::amendment)
                            .collect(Collectors.groupingBy(FreezeAmendment::freezeId)));
        });
    }

    @Override
    public Uni<Optional<FreezeAmendment>> change(ApplicationId id, Function<FreezeAmendment, Optional<Change>> change) {
        return units.transaction(() -> {
            return findById(id.value(), LockModeType.PESSIMISTIC_WRITE)
                    .onItem()
                    .ifNull()
                    .failWith(() -> new IllegalStateException("order " + id + " about a freeze is not stored"))
                    .map(row -> change.apply(row.amendment()).map(wanted -> {
                        row.write(wanted.amendment());
                        row.dueAt = wanted.dueAt().orElse(null);
                        return wanted.amendment();
                    }));
        });
    }

    @Override
    public Uni<List<FreezeAmendment>> claimDue(Instant now, Duration lease, int max) {
        return units.transaction(() -> SkipLocked.list(
                        FreezeAmendmentEntity.class, "dueAt <= :now order by dueAt", Map.of("now", now), max)
                .map(rows -> rows.stream()
                        .map(row -> {
                            row.dueAt = now.plus(lease);
                            return row.amendment();
                        })
                        .toList()));
    }
}
