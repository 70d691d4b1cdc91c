package org.stoppayment.freeze.objections.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.holds.domain.Approver;
import org.stoppayment.freeze.objections.domain.ObjectionDecision;
import org.stoppayment.freeze.objections.domain.ObjectionOutcome;
import org.stoppayment.freeze.rules.domain.ApprovalLevel;
import org.stoppayment.freeze.shared.persistence.StoredPerson;

/** How an objection was decided, in the columns of its row; all are null while it is not. Persons are JSON in one column. */
@Embeddable
class StoredObjectionDecision {

    @Enumerated(EnumType.STRING)
    ObjectionOutcome outcome = ObjectionOutcome.REJECTED;

    @Column(name = "decision_reason")
    String reason = "";

    @Column(name = "decided_by")
    String decidedBy = "";

    @Column(name = "decided_at")
    Instant decidedAt = Instant.EPOCH;

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

    static StoredObjectionDecision of(ObjectionDecision decision) {
        StoredObjectionDecision stored = new StoredObjectionDecision();
        stored.outcome = decision.outcome();
        stored.reason = decision.reason();
        stored.decidedBy = StoredPerson.text(decision.officer());
        stored.decidedAt = decision.decidedAt();
        decision.basis().ifPresent(basis -> {
            stored.documentDigest = basis.documentDigest();
            stored.approvedBy = StoredPerson.text(basis.approver().officer());
            stored.approvalLevel = basis.approver().level();
        });
        return stored;
    }

    ObjectionDecision decision() {
        return new ObjectionDecision(outcome, reason, StoredPerson.person(decidedBy), decidedAt, basis());
    }

    private Optional<ObjectionDecision.Basis> basis() {
        String digest = documentDigest;
        String approver = approvedBy;
        ApprovalLevel level = approvalLevel;
        return digest == null || approver == null || level == null
                ? Optional.empty()
                : Optional.of(new ObjectionDecision.Basis(digest, new Approver(StoredPerson.person(approver), level)));
    }
}
