package org.stoppayment.recovery.ledger.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.ledger.domain.Correction;
import org.stoppayment.recovery.shared.persistence.StoredPerson;

/** A correction, read-only; {@link CorrectionStore} writes it. */
@Entity
@Immutable
@Table(name = "ledger_correction")
class CorrectionEntity {

    @Id
    @Column(name = "correction_id")
    UUID correctionId;

    @Column(name = "case_id")
    UUID caseId;

    @Enumerated(EnumType.STRING)
    Correction.Target.Kind target;

    @Column(name = "target_id")
    UUID targetId;

    String reason;

    @Column(name = "corrected_by")
    String correctedBy;

    @Column(name = "corrected_at")
    Instant correctedAt;

    Correction correction() {
        return new Correction(
                correctionId,
                new CaseId(caseId),
                new Correction.Target(target, targetId),
                reason,
                StoredPerson.person(correctedBy),
                correctedAt);
    }
}
