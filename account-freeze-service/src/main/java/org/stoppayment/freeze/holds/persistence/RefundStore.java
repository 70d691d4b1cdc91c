package org.stoppayment.freeze.holds.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.stoppayment.freeze.holds.application.FreezeRefunds;
import org.stoppayment.freeze.holds.domain.PaidRefunds;
import org.stoppayment.freeze.holds.domain.Refund;
import org.stoppayment.freeze.shared.persistence.UnitOfWork;

/** Refunds out of freezes in Postgres. */
@ApplicationScoped
class RefundStore implements FreezeRefunds, PanacheRepositoryBase<RefundEntity, RefundEntity.Key> {

    private final UnitOfWork units;
    private final FreezeStore freezes;

    RefundStore(UnitOfWork units, FreezeStore freezes) {
        this.units = units;
        this.freezes = freezes;
    }

    @Override
    public Uni<Recorded> record(Refund refund, Decision decision) {
        return units.transaction(() -> freezes.findById(refund.freezeId().value(), LockModeType.PESSIMISTIC_WRITE)
                .chain(freeze ->
                        freeze == null || !freeze.caseId.equals(refund.caseId().value())
                                ? Uni.createFrom().item(Recorded.FREEZE_UNKNOWN)
                                : findById(RefundEntity.key(refund))
                                        .chain(known -> known == null
                                                ? insert(refund, freeze, decision)
                                                : Uni.createFrom().item(Recorded.NOTHING_NEW))));
    }

    private Uni<Recorded> insert(Refund refund, FreezeEntity freeze, Decision decision) {
        return persist(RefundEntity.of(refund))
                .chain(() -> list("freezeId = ?1", freeze.applicationId))
                .chain(rows -> freezes.isReplaced(freeze).map(isReplaced -> {
                    PaidRefunds all = new PaidRefunds(
                            rows.stream().map(RefundEntity::refund).toList());
                    return new Recorded(
                            true, Optional.of(freezes.write(freeze, decision.on(freeze.freeze(), all, isReplaced))));
                }));
    }
}
