package org.stoppayment.intake.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.stoppayment.intake.domain.Operator;
import org.stoppayment.intake.domain.Withdrawal;
import org.stoppayment.kernel.ids.CaseId;

/** The withdrawal of a case, read-only; {@link WithdrawalStore} writes it. */
@Entity
@Immutable
@Table(name = "withdrawal")
class WithdrawalEntity {

    @Id
    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "withdrawn_at")
    Instant withdrawnAt;

    String reason;
    String reference;
    String organisation;

    @Column(name = "badge_number")
    String badgeNumber;

    Withdrawal withdrawal() {
        return new Withdrawal(
                requestId, new CaseId(caseId), withdrawnAt, new Operator(organisation, badgeNumber), reason, reference);
    }
}
