package org.stoppayment.intake.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.stoppayment.intake.application.CaseDecisions;
import org.stoppayment.intake.domain.Closing;
import org.stoppayment.intake.domain.Operator;
import org.stoppayment.kernel.ids.CaseId;

/** The closing of a filed case. Append-only. */
@Entity
@Immutable
@Table(name = "closing")
class ClosingEntity {

    @Id
    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "case_id")
    UUID caseId;

    byte[] digest;

    @Column(name = "closed_at")
    Instant closedAt;

    String reason;

    String organisation;

    @Column(name = "badge_number")
    String badgeNumber;

    static ClosingEntity of(CaseDecisions.Request request, Closing closing) {
        ClosingEntity row = new ClosingEntity();
        row.requestId = request.requestId();
        row.caseId = closing.caseId().value();
        row.digest = request.content().digest();
        row.closedAt = closing.at();
        row.reason = closing.reason();
        row.organisation = closing.operator().organisation();
        row.badgeNumber = closing.operator().badgeNumber();
        return row;
    }

    Closing closing() {
        return new Closing(new CaseId(caseId), closedAt, new Operator(organisation, badgeNumber), reason);
    }
}
