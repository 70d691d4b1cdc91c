package org.stoppayment.intake.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.stoppayment.intake.domain.CaseStatus;
import org.stoppayment.intake.domain.CaseSummary;
import org.stoppayment.kernel.CaseId;

/** A case, read-only; {@link SubmissionStatement} writes it. */
@Entity
@Immutable
@Table(name = "fraud_case")
class CaseEntity {

    @Id
    @Column(name = "case_id")
    UUID caseId;

    @Enumerated(EnumType.STRING)
    CaseStatus status;

    String channel;

    @Column(name = "fraud_type")
    String fraudType;

    @Column(name = "accepted_at")
    Instant acceptedAt;

    @Column(name = "transfer_count")
    int transferCount;

    @Column(name = "protective_stop_count")
    int protectiveStopCount;

    @Column(name = "reported_fen")
    long reportedFen;

    CaseSummary summary() {
        return new CaseSummary(
                new CaseId(caseId),
                status,
                channel,
                fraudType,
                acceptedAt,
                transferCount,
                protectiveStopCount,
                reportedFen);
    }
}
