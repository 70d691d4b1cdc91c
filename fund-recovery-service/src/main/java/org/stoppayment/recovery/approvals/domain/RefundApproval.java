package org.stoppayment.recovery.approvals.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.rules.domain.ApprovalLevel;

/**
 * The approval of a plan, bound to what the plan says. Who asks for it and who decides are two persons.
 *
 * @param planId the plan
 * @param planDigest SHA-256 of what it says
 * @param submission who asked, and when
 * @param decision of another officer; empty while nobody has decided
 */
public record RefundApproval(PlanId planId, String planDigest, Submission submission, Optional<Decision> decision) {

    /**
     * Who asked for an approval.
     *
     * @param officer who
     * @param at when
     */
    public record Submission(Officer officer, Instant at) {}

    /**
     * What another officer decided.
     *
     * @param officer who
     * @param at when
     * @param approval of an approval; empty for a rejection
     * @param reason of a rejection, else empty
     */
    public record Decision(Officer officer, Instant at, Optional<Grant> approval, String reason) {}

    /**
     * What an approval says.
     *
     * @param level of who approved
     * @param documentDigest SHA-256 of the decision to return the money (返还决定书)
     * @param expiresAt until when the plan is paid
     */
    public record Grant(ApprovalLevel level, String documentDigest, Instant expiresAt) {}

    /** True when somebody else must still decide. */
    public boolean isOpen() {
        return decision.isEmpty();
    }

    /** What was granted; empty when it was not, or was rejected. */
    public Optional<Grant> grant() {
        return decision.flatMap(Decision::approval);
    }

    /** True when the plan may be paid at {@code now}, as far as the approval goes. */
    public boolean isValidAt(Instant now) {
        return grant().filter(granted -> now.isBefore(granted.expiresAt())).isPresent();
    }

    /** True when it may be asked for again: it was rejected, or has expired. */
    public boolean mayBeAskedAgain(Instant now) {
        return !isOpen() && !isValidAt(now);
    }
}
