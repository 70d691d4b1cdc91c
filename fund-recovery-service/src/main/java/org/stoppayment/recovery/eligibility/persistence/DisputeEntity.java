package org.stoppayment.recovery.eligibility.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ids.DisputeId;
import org.stoppayment.recovery.eligibility.domain.Victim;
import org.stoppayment.recovery.shared.persistence.StoredPerson;

/** A dispute about whose money it is. */
@Entity
@Table(name = "ownership_dispute")
class DisputeEntity {

    @Id
    @Column(name = "dispute_id")
    UUID disputeId;

    @Column(name = "case_id")
    UUID caseId;

    String reason;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "opened_by")
    String openedBy;

    @Nullable
    @Column(name = "close_reason")
    String closeReason;

    @Nullable
    @Column(name = "closed_at")
    Instant closedAt;

    @Nullable
    @Column(name = "closed_by")
    String closedBy;

    static DisputeEntity of(UUID caseId, Victim.Dispute dispute, Officer officer) {
        DisputeEntity row = new DisputeEntity();
        row.disputeId = dispute.id().value();
        row.caseId = caseId;
        row.reason = dispute.reason();
        row.openedAt = dispute.openedAt();
        row.openedBy = StoredPerson.text(officer);
        return row;
    }

    boolean isSame(UUID otherCaseId, String otherReason) {
        return caseId.equals(otherCaseId) && reason.equals(otherReason);
    }

    void close(String why, Officer officer, Instant at) {
        closeReason = why;
        closedAt = at;
        closedBy = StoredPerson.text(officer);
    }

    Victim.Dispute dispute() {
        return new Victim.Dispute(new DisputeId(disputeId), reason, openedAt);
    }
}
