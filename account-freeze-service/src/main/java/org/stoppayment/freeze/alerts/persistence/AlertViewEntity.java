package org.stoppayment.freeze.alerts.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.alerts.domain.AlertView;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.AlertId;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TypedId;

/** An alert with what it is about: a row of the database's view. */
@Entity
@Immutable
@Table(name = "alert_view")
class AlertViewEntity extends HandledAlert {

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

    @Nullable
    @Column(name = "order_id")
    UUID orderId;

    @Column(name = "institution_code")
    String institutionCode;

    @Column(name = "order_state")
    String orderState;

    @Column(name = "result_code")
    String resultCode;

    @Nullable
    @Column(name = "stop_ends_at")
    Instant stopEndsAt;

    @Column(name = "at_stake_fen")
    long atStakeFen;

    AlertView view() {
        return new AlertView(alert(), subject(), acknowledgement(), closure());
    }

    private Alert alert() {
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

    private AlertView.Subject subject() {
        return new AlertView.Subject(
                Optional.ofNullable(orderId).map(ApplicationId::new),
                institutionCode,
                orderState,
                resultCode,
                Optional.ofNullable(stopEndsAt),
                Money.ofFen(atStakeFen));
    }

    /** What an alert is about: the whole case if the row has the case's id in place of the order's. */
    static TypedId<?> subject(UUID applicationId, UUID caseId) {
        return applicationId.equals(caseId) ? new CaseId(caseId) : new ApplicationId(applicationId);
    }
}
