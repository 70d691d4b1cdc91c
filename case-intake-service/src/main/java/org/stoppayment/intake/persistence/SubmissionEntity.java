package org.stoppayment.intake.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.stoppayment.intake.application.Submissions;
import org.stoppayment.intake.domain.CaseView;
import org.stoppayment.intake.domain.Content;
import org.stoppayment.intake.domain.Receipt;
import org.stoppayment.intake.domain.Submission;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;

/** A report or supplement, read-only; {@link SubmissionStatement} writes it. */
@Entity
@Immutable
@Table(name = "submission")
class SubmissionEntity {

    @Id
    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "case_id")
    UUID caseId;

    @Enumerated(EnumType.STRING)
    Submission.Kind kind;

    byte[] digest;

    byte[] content;

    String warnings;

    @Column(name = "accepted_at")
    Instant acceptedAt;

    Submissions.Stored stored(List<TransferId> transferIds) {
        return new Submissions.Stored(
                kind, digest, new Receipt(new CaseId(caseId), WarningsJson.read(warnings), transferIds, true));
    }

    /** @param transferIds ids of its transfers, in its order */
    CaseView.Received received(List<TransferId> transferIds) {
        return new CaseView.Received(kind, acceptedAt, new Content(content), WarningsJson.read(warnings), transferIds);
    }
}
