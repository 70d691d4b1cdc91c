package org.stoppayment.intake.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.stoppayment.intake.application.CaseDecisions;
import org.stoppayment.intake.domain.Filing;
import org.stoppayment.intake.domain.Operator;
import org.stoppayment.kernel.ids.CaseId;

/** A revision of the filing of a case. Append-only. */
@Entity
@Immutable
@Table(name = "filing")
class FilingEntity {

    @Id
    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "case_id")
    UUID caseId;

    int revision;

    byte[] digest;

    String number;

    @Column(name = "filed_by")
    String filedBy;

    @Column(name = "filed_at")
    Instant filedAt;

    @Column(name = "document_digest")
    String documentDigest;

    @Column(name = "recorded_at")
    Instant recordedAt;

    String reason;

    String organisation;

    @Column(name = "badge_number")
    String badgeNumber;

    static FilingEntity of(CaseDecisions.Request request, Filing filing) {
        FilingEntity row = new FilingEntity();
        row.requestId = request.requestId();
        row.caseId = filing.caseId().value();
        row.revision = filing.revision();
        row.digest = request.content().digest();
        row.number = filing.facts().number();
        row.filedBy = filing.facts().organisation();
        row.filedAt = filing.facts().filedAt();
        row.documentDigest = filing.facts().documentDigest();
        row.recordedAt = filing.recordedAt();
        row.reason = filing.reason();
        row.organisation = filing.operator().organisation();
        row.badgeNumber = filing.operator().badgeNumber();
        return row;
    }

    Filing filing() {
        return new Filing(
                new CaseId(caseId),
                revision,
                new Filing.Facts(number, filedBy, filedAt, documentDigest),
                recordedAt,
                new Operator(organisation, badgeNumber),
                reason);
    }
}
