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
import java.util.UUID;
import java.util.stream.Collectors;
import org.stoppayment.freeze.holds.application.unrelated.UnrelatedFunds;
import org.stoppayment.freeze.holds.domain.OwnerNotice;
import org.stoppayment.freeze.holds.domain.UnrelatedFinding;
import org.stoppayment.freeze.shared.persistence.SkipLocked;
import org.stoppayment.freeze.shared.persistence.UnitOfWork;
import org.stoppayment.kernel.ids.ApplicationId;

/** Findings about the funds of freezes in Postgres. */
@ApplicationScoped
class UnrelatedFundsStore implements UnrelatedFunds, PanacheRepositoryBase<UnrelatedFundsEntity, UUID> {

    private final UnitOfWork units;
    private final FreezeStore freezes;

    UnrelatedFundsStore(UnitOfWork units, FreezeStore freezes) {
        this.units = units;
        this.freezes = freezes;
    }

    /** Requests about one freeze follow each other, so that the second finds the finding of the first. */
    @Override
    public Uni<UnrelatedFinding> insert(UnrelatedFinding finding, Instant warnAt) {
        return units.transaction(() -> freezes.locked(finding.freezeId())
                .chain(locked -> findById(finding.freezeId().value()))
                .chain(kept -> {
                    if (kept != null) {
                        return Uni.createFrom().item(kept.finding());
                    }
                    UnrelatedFundsEntity row = UnrelatedFundsEntity.of(finding);
                    row.checkAt = warnAt;
                    return persist(row).replaceWith(finding);
                }));
    }

    @Override
    public Uni<Map<ApplicationId, UnrelatedFinding>> of(Collection<ApplicationId> freezeIds) {
        if (freezeIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return units.reading(() -> list(
                        "freezeId in ?1",
                        freezeIds.stream().map(ApplicationId::value).toList())
                .map(rows -> rows.stream()
                        .map(UnrelatedFundsEntity::finding)
                        .collect(Collectors.toMap(UnrelatedFinding::freezeId, finding -> finding))));
    }

    @Override
    public Uni<UnrelatedFinding> notify(ApplicationId freezeId, OwnerNotice notice) {
        return units.transaction(() -> locked(freezeId).map(row -> {
            if (row.notifiedAt == null) {
                row.notified(notice);
            }
            return row.finding();
        }));
    }

    @Override
    public Uni<List<UnrelatedFinding>> claimDue(Instant now, Duration lease, int max) {
        return units.transaction(() -> SkipLocked.list(
                        UnrelatedFundsEntity.class, "checkAt <= :now order by checkAt", Map.of("now", now), max)
                .map(rows -> rows.stream()
                        .map(row -> {
                            row.checkAt = now.plus(lease);
                            return row.finding();
                        })
                        .toList()));
    }

    @Override
    public Uni<Void> warned(ApplicationId freezeId, Optional<Instant> warnAt) {
        return units.transaction(() -> locked(freezeId)
                .invoke(row -> row.checkAt = warnAt.orElse(null))
                .replaceWithVoid());
    }

    private Uni<UnrelatedFundsEntity> locked(ApplicationId freezeId) {
        return findById(freezeId.value(), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("nothing was found about the funds of freeze " + freezeId));
    }
}
