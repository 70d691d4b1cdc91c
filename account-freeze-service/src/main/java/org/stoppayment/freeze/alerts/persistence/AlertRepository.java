package org.stoppayment.freeze.alerts.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.stoppayment.freeze.shared.domain.Officer;

/** What officers change of alerts, in the transaction of the caller. Whoever comes first wins. */
@ApplicationScoped
class AlertRepository implements PanacheRepositoryBase<AlertEntity, UUID> {

    Uni<Integer> acknowledge(UUID alertId, Officer officer, Instant at) {
        return update(
                "acknowledgedAt = ?1, acknowledgedOrganisation = ?2, acknowledgedBadgeNumber = ?3"
                        + " where alertId = ?4 and acknowledgedAt is null and closedAt is null",
                at,
                officer.organisation(),
                officer.badgeNumber(),
                alertId);
    }

    Uni<Integer> close(UUID alertId, Officer officer, String reason, Instant at) {
        return update(
                "closedAt = ?1, closedOrganisation = ?2, closedBadgeNumber = ?3, closeReason = ?4"
                        + " where alertId = ?5 and closedAt is null",
                at,
                officer.organisation(),
                officer.badgeNumber(),
                reason,
                alertId);
    }
}
