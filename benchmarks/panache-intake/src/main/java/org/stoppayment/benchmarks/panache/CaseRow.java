package org.stoppayment.benchmarks.panache;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.stoppayment.intake.domain.Submission;

/** A case. */
@Entity
@Table(name = "fraud_case")
class CaseRow extends PanacheEntityBase {

    @Id
    @Column(name = "case_id")
    UUID caseId;

    String status;

    String channel;

    @Column(name = "fraud_type")
    String fraudType;

    @Column(name = "accepted_at")
    Instant acceptedAt;

    @Column(name = "transfer_count")
    int transferCount;

    @Column(name = "reported_fen")
    long reportedFen;

    static CaseRow opened(Submission submission) {
        CaseRow row = new CaseRow();
        row.caseId = submission.caseId().value();
        row.status = "OPEN";
        row.channel = submission.channel();
        row.fraudType = submission.fraudType();
        row.acceptedAt = submission.acceptedAt();
        row.add(submission);
        return row;
    }

    /** Adds the transfers of a submission that are not corrections. */
    final void add(Submission submission) {
        transferCount += (int) submission.transfers().stream()
                .filter(transfer -> transfer.corrects().isEmpty())
                .count();
        reportedFen += submission.reportedFen();
    }
}
