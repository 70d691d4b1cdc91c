package org.stoppayment.recovery.approvals.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.approvals.domain.RefundApproval;
import org.stoppayment.recovery.rules.domain.ApprovalLevel;
import org.stoppayment.recovery.shared.persistence.StoredPerson;

/** A decision about a plan that was submitted again since. */
@Entity
@Immutable
@Table(name = "refund_approval_earlier")
class EarlierApprovalEntity {

    @EmbeddedId
    Key key;

    @Column(name = "plan_digest")
    String planDigest;

    @Column(name = "submitted_by")
    String submittedBy;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @Column(name = "decided_by")
    String decidedBy;

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

    RefundApproval approval() {
        return new RefundApproval(
                new PlanId(key.planId()),
                planDigest,
                new RefundApproval.Submission(StoredPerson.person(submittedBy), submittedAt),
                Optional.of(new RefundApproval.Decision(
                        StoredPerson.person(decidedBy),
                        decidedAt,
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

    /** The plan, and the number of the decision about it. */
    @Embeddable
    record Key(
            @Column(name = "plan_id") UUID planId,
            @Column(name = "number") int number) {}
}
