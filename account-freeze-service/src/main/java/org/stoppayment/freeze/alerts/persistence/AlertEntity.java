package org.stoppayment.freeze.alerts.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What officers change of an alert's row; {@link AlertStore} writes the rest, and {@link AlertViewEntity} reads all of it. */
@Entity
@Table(name = "alert")
class AlertEntity {

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
}
