package org.stoppayment.freeze.queries.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.holds.domain.Approver;
import org.stoppayment.freeze.holds.domain.LegalBasis;
import org.stoppayment.freeze.queries.domain.QueryBasis;
import org.stoppayment.freeze.rules.domain.ApprovalLevel;
import org.stoppayment.freeze.shared.persistence.StoredPerson;

/** What a query rests on, in the columns of its row. */
@Embeddable
class StoredQueryBasis {

    @Nullable
    @Column(name = "filing_number")
    String filingNumber;

    @Nullable
    @Column(name = "document_digest")
    String documentDigest;

    @Nullable
    @Column(name = "approved_by")
    String approvedBy;

    @Nullable
    @Enumerated(EnumType.STRING)
    @Column(name = "approval_level")
    ApprovalLevel approvalLevel;

    @Column(name = "basis_organisation")
    String organisation = "";

    @Nullable
    @Column(name = "reported_at")
    Instant reportedAt;

    static StoredQueryBasis of(QueryBasis basis) {
        StoredQueryBasis stored = new StoredQueryBasis();
        stored.organisation = basis.organisation();
        stored.reportedAt = basis.reportedAt().orElse(null);
        basis.filing().ifPresent(filing -> {
            stored.filingNumber = filing.filingNumber();
            stored.documentDigest = filing.documentDigest();
            stored.approvedBy = StoredPerson.text(filing.approver().officer());
            stored.approvalLevel = filing.approver().level();
        });
        return stored;
    }

    QueryBasis basis() {
        return filing().map(QueryBasis::filed)
                .orElseGet(() -> QueryBasis.emergency(organisation, Optional.ofNullable(reportedAt)));
    }

    private Optional<LegalBasis> filing() {
        return filingNumber == null || documentDigest == null || approvedBy == null || approvalLevel == null
                ? Optional.empty()
                : Optional.of(new LegalBasis(
                        filingNumber,
                        organisation,
                        documentDigest,
                        new Approver(StoredPerson.person(approvedBy), approvalLevel)));
    }
}
