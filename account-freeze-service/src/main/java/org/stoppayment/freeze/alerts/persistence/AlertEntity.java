package org.stoppayment.freeze.alerts.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.kernel.AlertId;
import org.stoppayment.kernel.ApplicationId;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.TypedId;

/** An alert's row, read-only; {@link AlertStore} writes it. */
@Entity
@Immutable
@Table(name = "alert")
class AlertEntity {

    @Id
    @Column(name = "alert_id")
    UUID alertId;

    @Enumerated(EnumType.STRING)
    Alert.Kind kind;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "application_id")
    UUID applicationId;

    int occurrence;

    @Column(name = "raised_at")
    Instant raisedAt;

    String detail;

    @Nullable
    @Column(name = "delivered_at")
    Instant deliveredAt;

    Alert alert() {
        return new Alert(
                new AlertId(alertId),
                kind,
                new CaseId(caseId),
                subject(applicationId, caseId),
                occurrence,
                raisedAt,
                detail,
                Optional.ofNullable(deliveredAt));
    }

    /** What an alert is about: the whole case if the row has the case's id in place of the order's. */
    static TypedId<?> subject(UUID applicationId, UUID caseId) {
        return applicationId.equals(caseId) ? new CaseId(caseId) : new ApplicationId(applicationId);
    }
}
