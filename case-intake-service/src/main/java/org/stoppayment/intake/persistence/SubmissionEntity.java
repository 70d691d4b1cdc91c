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
import org.stoppayment.intake.domain.CaseView;
import org.stoppayment.intake.domain.Content;
import org.stoppayment.intake.domain.Submission;

/** What came in, to be read; {@link SubmissionStore} writes it. */
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

    byte[] content;

    String warnings;

    @Column(name = "accepted_at")
    Instant acceptedAt;

    CaseView.Received received() {
        return new CaseView.Received(kind, new Content(content), WarningsJson.read(warnings));
    }
}
