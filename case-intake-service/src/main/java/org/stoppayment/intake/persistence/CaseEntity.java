package org.stoppayment.intake.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stoppayment.intake.domain.CaseStatus;
import org.stoppayment.intake.domain.CaseSummary;
import org.stoppayment.kernel.ids.CaseId;

/** A case. {@link SubmissionStatement} and {@link WithdrawalStore} write it; {@link CaseDecisionStore} changes how it is filed. */
@Entity
@Table(name = "fraud_case")
class CaseEntity {

    @Id
    @Column(name = "case_id")
    UUID caseId;

    @Enumerated(EnumType.STRING)
    CaseStatus status;

    @Column(updatable = false)
    String channel;

    @Column(name = "fraud_type", updatable = false)
    String fraudType;

    @Column(name = "accepted_at", updatable = false)
    Instant acceptedAt;

    @Column(name = "transfer_count", updatable = false)
    int transferCount;

    @Column(name = "protective_stop_count", updatable = false)
    int protectiveStopCount;

    @Column(name = "reported_fen", updatable = false)
    long reportedFen;

    @Column(updatable = false)
    int submissions;

    @Column(name = "filing_number")
    String filingNumber;

    /** Number of submissions before the case was closed: none comes after it. */
    @Nullable
    @Column(name = "closed_after")
    Integer closedAfter;

    void filed(String number) {
        status = CaseStatus.FILED;
        filingNumber = number;
    }

    void closed() {
        status = CaseStatus.CLOSED;
        closedAfter = submissions;
    }

    CaseSummary summary() {
        return new CaseSummary(
                new CaseId(caseId),
                status,
                channel,
                fraudType,
                acceptedAt,
                transferCount,
                protectiveStopCount,
                reportedFen,
                filingNumber);
    }
}
