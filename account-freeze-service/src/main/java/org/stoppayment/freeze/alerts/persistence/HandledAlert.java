package org.stoppayment.freeze.alerts.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.alerts.domain.AlertView;
import org.stoppayment.freeze.shared.domain.Officer;

/** Who acknowledged and who closed an alert: columns of the table that the database's view has, too. */
@MappedSuperclass
abstract class HandledAlert {

    @Id
    @Column(name = "alert_id")
    UUID alertId;

    @Nullable
    @Column(name = "acknowledged_at")
    Instant acknowledgedAt;

    @Nullable
    @Column(name = "acknowledged_organisation")
    String acknowledgedOrganisation;

    @Nullable
    @Column(name = "acknowledged_badge_number")
    String acknowledgedBadgeNumber;

    @Nullable
    @Column(name = "closed_at")
    Instant closedAt;

    @Nullable
    @Column(name = "closed_organisation")
    String closedOrganisation;

    @Nullable
    @Column(name = "closed_badge_number")
    String closedBadgeNumber;

    @Nullable
    @Column(name = "close_reason")
    String closeReason;

    Optional<AlertView.Acknowledgement> acknowledgement() {
        return acknowledgedAt == null || acknowledgedOrganisation == null || acknowledgedBadgeNumber == null
                ? Optional.empty()
                : Optional.of(new AlertView.Acknowledgement(
                        acknowledgedAt, new Officer(acknowledgedOrganisation, acknowledgedBadgeNumber)));
    }

    Optional<AlertView.Closure> closure() {
        return closedAt == null || closedOrganisation == null || closedBadgeNumber == null || closeReason == null
                ? Optional.empty()
                : Optional.of(new AlertView.Closure(
                        closedAt, new Officer(closedOrganisation, closedBadgeNumber), closeReason));
    }
}
