package org.stoppayment.freeze.holds.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.holds.domain.OwnerNotice;
import org.stoppayment.freeze.holds.domain.OwnerNotice.Means;
import org.stoppayment.freeze.holds.domain.UnrelatedFinding;
import org.stoppayment.freeze.shared.persistence.StoredPerson;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/** A finding that the funds of a freeze have nothing to do with its case. */
@Entity
@Table(name = "unrelated_funds")
class UnrelatedFundsEntity {

    @Id
    @Column(name = "freeze_id")
    UUID freezeId;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "found_at")
    Instant foundAt;

    String reason;

    @Column(name = "reported_by")
    String reportedBy;

    @Column(name = "due_at")
    Instant dueAt;

    @Nullable
    @Column(name = "notified_at")
    Instant notifiedAt;

    @Nullable
    @Enumerated(EnumType.STRING)
    Means means;

    @Nullable
    String reference;

    @Nullable
    @Column(name = "recorded_by")
    String recordedBy;

    @Nullable
    @Column(name = "check_at")
    Instant checkAt;

    @Version
    int version;

    static UnrelatedFundsEntity of(UnrelatedFinding finding) {
        UnrelatedFundsEntity row = new UnrelatedFundsEntity();
        row.freezeId = finding.freezeId().value();
        row.caseId = finding.caseId().value();
        row.foundAt = finding.foundAt();
        row.reason = finding.reason();
        row.reportedBy = StoredPerson.text(finding.officer());
        row.dueAt = finding.dueAt();
        return row;
    }

    void notified(OwnerNotice notice) {
        notifiedAt = notice.notifiedAt();
        means = notice.means();
        reference = notice.reference();
        recordedBy = StoredPerson.text(notice.officer());
    }

    UnrelatedFinding finding() {
        return new UnrelatedFinding(
                new ApplicationId(freezeId),
                new CaseId(caseId),
                foundAt,
                reason,
                StoredPerson.person(reportedBy),
                dueAt,
                notice());
    }

    private Optional<OwnerNotice> notice() {
        Instant at = notifiedAt;
        Means by = means;
        String of = reference;
        String officer = recordedBy;
        return at == null || by == null || of == null || officer == null
                ? Optional.empty()
                : Optional.of(new OwnerNotice(at, by, of, StoredPerson.person(officer)));
    }
}
