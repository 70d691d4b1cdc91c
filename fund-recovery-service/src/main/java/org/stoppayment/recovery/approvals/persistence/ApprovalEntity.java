package org.stoppayment.recovery.approvals.persistence;

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
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.approvals.domain.RefundApproval;
import org.stoppayment.recovery.rules.domain.ApprovalLevel;
import org.stoppayment.recovery.shared.persistence.StoredPerson;

/** The approval of a plan. A constraint says that who asks and who decides are two persons. */
@Entity
@Table(name = "refund_approval")
class ApprovalEntity {

    /** Where it stands. */
    enum State {
        SUBMITTED,
        APPROVED,
        REJECTED
    }

    @Id
    @Column(name = "plan_id")
    UUID planId;

    @Column(name = "plan_digest")
    String planDigest;

    @Column(name = "submitted_by")
    String submittedBy;

    @Column(name = "submitted_key")
    String submittedKey;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @Enumerated(EnumType.STRING)
    State state;

    @Nullable
    @Column(name = "decided_by")
    String decidedBy;

    @Nullable
    @Column(name = "decided_key")
    String decidedKey;

    @Nullable
    @Column(name = "decided_at")
    Instant decidedAt;

    @Nullable
    @Enumerated(EnumType.STRING)
    ApprovalLevel level;

    @Nullable
    @Column(name = "document_digest")
    String documentDigest;

    @Nullable
    @Column(name = "expires_at")
    Instant expiresAt;

    @Nullable
    String reason;

    @Version
    int version;

    static ApprovalEntity of(PlanId planId) {
        ApprovalEntity row = new ApprovalEntity();
        row.planId = planId.value();
        return row;
    }

    void write(RefundApproval approval) {
        planDigest = approval.planDigest();
        submittedBy = StoredPerson.text(approval.submission().officer());
        submittedKey = approval.submission().officer().key();
        submittedAt = approval.submission().at();
        Optional<RefundApproval.Decision> decision = approval.decision();
        Optional<RefundApproval.Grant> grant = approval.grant();
        state = decision.isEmpty() ? State.SUBMITTED : grant.isPresent() ? State.APPROVED : State.REJECTED;
        decidedBy = decision.map(made -> StoredPerson.text(made.officer())).orElse(null);
        decidedKey = decision.map(made -> made.officer().key()).orElse(null);
        decidedAt = decision.map(RefundApproval.Decision::at).orElse(null);
        level = grant.map(RefundApproval.Grant::level).orElse(null);
        documentDigest = grant.map(RefundApproval.Grant::documentDigest).orElse(null);
        expiresAt = grant.map(RefundApproval.Grant::expiresAt).orElse(null);
        reason = decision.map(RefundApproval.Decision::reason)
                .filter(why -> !why.isEmpty())
                .orElse(null);
    }

    RefundApproval approval() {
        return new RefundApproval(
                new PlanId(planId),
                planDigest,
                new RefundApproval.Submission(StoredPerson.person(submittedBy), submittedAt),
                Optional.ofNullable(decidedBy)
                        .map(who -> new RefundApproval.Decision(
                                StoredPerson.person(who),
                                Optional.ofNullable(decidedAt).orElseThrow(),
                                grant(),
                                Optional.ofNullable(reason).orElse(""))));
    }

    private Optional<RefundApproval.Grant> grant() {
        return Optional.ofNullable(level)
                .map(granted -> new RefundApproval.Grant(
                        granted,
                        Optional.ofNullable(documentDigest).orElseThrow(),
                        Optional.ofNullable(expiresAt).orElseThrow()));
    }
}
