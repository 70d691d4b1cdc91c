package org.stoppayment.benchmarks.panache;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.stoppayment.intake.domain.Submission;

/** A report or a supplement. */
@Entity
@Table(name = "submission")
class SubmissionRow extends PanacheEntityBase {

    @Id
    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "case_id")
    UUID caseId;

    String kind;

    byte[] digest;

    byte[] content;

    String warnings;

    @Column(name = "accepted_at")
    Instant acceptedAt;

    static SubmissionRow of(Submission submission) {
        SubmissionRow row = new SubmissionRow();
        row.requestId = submission.requestId();
        row.caseId = submission.caseId().value();
        row.kind = submission.kind().name();
        row.digest = submission.content().digest();
        row.content = submission.content().bytes();
        row.warnings = "[]";
        row.acceptedAt = submission.acceptedAt();
        return row;
    }
}
