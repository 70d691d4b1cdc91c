package org.stoppayment.recovery.approvals.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.approvals.domain.RefundApproval;
import org.stoppayment.recovery.approvals.domain.RefundApproval.Decision;
import org.stoppayment.recovery.approvals.domain.RefundApproval.Grant;
import org.stoppayment.recovery.approvals.domain.RefundApproval.Submission;
import org.stoppayment.recovery.rules.domain.ApprovalLevel;
import org.stoppayment.recovery.rules.domain.RefundRules;

/** Two persons decide that a plan is paid: one asks, another approves or rejects. */
@ApplicationScoped
public class ApprovingPlans {

    private static final String OPERATOR = "operator";

    private final PayablePlans payable;
    private final Approvals approvals;
    private final RefundRules rules;
    private final InstantSource clock;

    ApprovingPlans(PayablePlans payable, Approvals approvals, RefundRules rules, InstantSource clock) {
        this.payable = payable;
        this.approvals = approvals;
        this.rules = rules;
        this.clock = clock;
    }

    /** Asks for the approval of a plan. */
    public Uni<RefundApproval> submit(String planId, String planDigest, Officer officer) {
        new OfficerChecks()
                .id("planId", planId)
                .digest("planDigest", planDigest)
                .officer(OPERATOR, officer)
                .refuse();
        return payable.require(planId, planDigest).chain(stored -> {
            Submission submission = new Submission(officer, clock.instant());
            RefundApproval asked =
                    new RefundApproval(stored.plan().id(), stored.digest(), submission, Optional.empty());
            return approvals.change(stored.plan().id(), before -> before.map(there -> askAgain(there, asked))
                    .orElse(asked));
        });
    }

    private static RefundApproval askAgain(RefundApproval there, RefundApproval asked) {
        if (there.mayBeAskedAgain(asked.submission().at())) {
            return asked;
        }
        if (there.submission().officer().isSamePerson(asked.submission().officer())) {
            return there;
        }
        throw new ServiceException.Refusal(
                "ALREADY_SUBMITTED",
                "planId: " + there.planId() + " (expected: a plan that no other officer submitted)");
    }

    /**
     * Approves a plan.
     *
     * @param documentDigest SHA-256 of the decision to return the money
     * @param level of the officer's organisation; empty when none was given
     */
    public Uni<RefundApproval> approve(
            String planId, String planDigest, String documentDigest, Optional<ApprovalLevel> level, Officer officer) {
        OfficerChecks checks = new OfficerChecks()
                .id("planId", planId)
                .digest("planDigest", planDigest)
                .digest("documentDigest", documentDigest)
                .officer("approver", officer);
        checkLevel(checks, level);
        return payable.require(planId, planDigest).chain(stored -> {
            Instant now = clock.instant();
            Grant grant = new Grant(
                    level.orElseThrow(),
                    documentDigest.toLowerCase(Locale.ROOT),
                    rules.approvalValidity().endFrom(now));
            return decide(stored.plan().id(), new Decision(officer, now, Optional.of(grant), ""));
        });
    }

    /**
     * Checks the level of an approver last; fails with {@link ServiceException.InvalidInput} when something is invalid, with a refusal {@code
     * LEVEL_TOO_LOW} when only the level is.
     *
     * @param level empty when none was given
     */
    public void checkLevel(OfficerChecks checks, Optional<ApprovalLevel> level) {
        if (level.isEmpty()) {
            checks.reject("approver.level", "MISSING", "none", "COUNTY or CITY");
        }
        checks.refuse();
        requireLevel(level.orElseThrow());
    }

    private void requireLevel(ApprovalLevel level) {
        if (!level.isAtLeast(rules.approvalLevel())) {
            throw new ServiceException.Refusal(
                    "LEVEL_TOO_LOW",
                    "approver.level: " + level + " (expected: " + rules.approvalLevel() + " or higher)");
        }
    }

    /** Rejects a plan. */
    public Uni<RefundApproval> reject(String planId, String reason, Officer officer) {
        new OfficerChecks()
                .id("planId", planId)
                .reason(reason)
                .officer(OPERATOR, officer)
                .refuse();
        return decide(PlanId.of(planId), new Decision(officer, clock.instant(), Optional.empty(), reason));
    }

    /** The approval of a plan; fails with {@link ServiceException.NotFound} when nobody asked for it. */
    public Uni<RefundApproval> view(String planId) {
        PlanId id = new PlanId(Ids.parseField("planId", planId));
        return approvals
                .find(id)
                .map(found -> found.orElseThrow(() -> new ServiceException.NotFound("planId", id.toString())));
    }

    private Uni<RefundApproval> decide(PlanId planId, Decision decision) {
        return approvals.change(
                planId,
                Approvals.Change.of(
                        there -> decided(there, decision),
                        new ServiceException.Refusal(
                                "NOT_SUBMITTED",
                                "planId: " + planId + " (expected: a plan whose approval an officer asked for)")));
    }

    private static RefundApproval decided(RefundApproval there, Decision decision) {
        if (there.submission().officer().isSamePerson(decision.officer())) {
            throw new ServiceException.Refusal(
                    "SAME_PERSON", "approver: *** (expected: another officer than the one who asked for the approval)");
        }
        if (there.isOpen()) {
            return new RefundApproval(there.planId(), there.planDigest(), there.submission(), Optional.of(decision));
        }
        Decision first = there.decision().orElseThrow();
        boolean isSame = first.approval().isPresent() == decision.approval().isPresent();
        if (isSame && first.approval().isPresent() && there.mayBeAskedAgain(decision.at())) {
            throw new ServiceException.Refusal(
                    "APPROVAL_EXPIRED", "planId: " + there.planId() + " (expected: a plan that was submitted again)");
        }
        if (isSame && first.officer().isSamePerson(decision.officer())) {
            return there; // told again
        }
        throw new ServiceException.Refusal(
                "ALREADY_DECIDED",
                "planId: " + there.planId()
                        + " (expected: a plan that no other officer decided, and that was not decided otherwise)");
    }
}
