package org.stoppayment.freeze.holds.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.stoppayment.freeze.holds.domain.Approver;
import org.stoppayment.freeze.holds.domain.LegalBasis;
import org.stoppayment.freeze.rules.domain.ApprovalLevel;
import org.stoppayment.freeze.shared.persistence.StoredPerson;

/** What a measure rests on, in the columns of its row. */
@Embeddable
class StoredBasis {

    @Column(name = "filing_number")
    String filingNumber = "";

    @Column(name = "filing_organisation")
    String filingOrganisation = "";

    @Column(name = "document_digest")
    String documentDigest = "";

    @Column(name = "approved_by")
    String approvedBy = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "approval_level")
    ApprovalLevel approvalLevel = ApprovalLevel.COUNTY;

    static StoredBasis of(LegalBasis basis) {
        StoredBasis stored = new StoredBasis();
        stored.filingNumber = basis.filingNumber();
        stored.filingOrganisation = basis.organisation();
        stored.documentDigest = basis.documentDigest();
        stored.approvedBy = StoredPerson.text(basis.approver().officer());
        stored.approvalLevel = basis.approver().level();
        return stored;
    }

    LegalBasis basis() {
        return new LegalBasis(
                filingNumber,
                filingOrganisation,
                documentDigest,
                new Approver(StoredPerson.person(approvedBy), approvalLevel));
    }
}
