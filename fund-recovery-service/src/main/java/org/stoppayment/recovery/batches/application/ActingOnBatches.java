package org.stoppayment.recovery.batches.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.recovery.approvals.application.ApprovingPlans;
import org.stoppayment.recovery.batches.domain.BatchLine;
import org.stoppayment.recovery.batches.domain.BatchPlan;
import org.stoppayment.recovery.batches.domain.LineResult;
import org.stoppayment.recovery.batches.domain.LineResult.Outcome;
import org.stoppayment.recovery.batches.domain.LineState;
import org.stoppayment.recovery.batches.domain.RefundBatch;
import org.stoppayment.recovery.payments.application.PayingPlans;
import org.stoppayment.recovery.rules.domain.ApprovalLevel;

/**
 * Submits, approves and pays the plans of batches, each as it would be alone. Plans with which it is done already are passed over, so that an act
 * that was interrupted goes on when it is repeated.
 */
@ApplicationScoped
public class ActingOnBatches {

    private static final Set<LineState> ORDERED =
            EnumSet.of(LineState.PAYING, LineState.PAID, LineState.PAID_TOO_MUCH, LineState.NOT_ALL_PAID);
    private static final Set<LineState> APPROVED = with(ORDERED, LineState.APPROVED);
    private static final Set<LineState> SUBMITTED = with(APPROVED, LineState.SUBMITTED);

    private final ViewingBatches viewing;
    private final LineWork work;
    private final ApprovingPlans approving;
    private final PayingPlans paying;

    ActingOnBatches(ViewingBatches viewing, LineWork work, ApprovingPlans approving, PayingPlans paying) {
        this.viewing = viewing;
        this.work = work;
        this.approving = approving;
        this.paying = paying;
    }

    /** Asks for the approval of the plans. */
    public Multi<LineResult> submit(String batchId, String digest, Officer officer) {
        checks(batchId, digest).officer("operator", officer).refuse();
        return act(
                batchId,
                digest,
                SUBMITTED,
                plan -> approving.submit(plan.planId().toString(), plan.planDigest(), officer));
    }

    /**
     * Approves the plans.
     *
     * @param documentDigest SHA-256 of the decision to return the money, one for all
     * @param level of the officer's organisation; empty when none was given
     */
    public Multi<LineResult> approve(
            String batchId, String digest, String documentDigest, Optional<ApprovalLevel> level, Officer officer) {
        OfficerChecks checks =
                checks(batchId, digest).digest("documentDigest", documentDigest).officer("approver", officer);
        approving.checkLevel(checks, level);
        return act(
                batchId,
                digest,
                APPROVED,
                plan -> approving.approve(plan.planId().toString(), plan.planDigest(), documentDigest, level, officer));
    }

    /** Orders the payments of the approved plans. */
    public Multi<LineResult> pay(String batchId, String digest, Officer officer) {
        checks(batchId, digest).officer("operator", officer).refuse();
        return act(batchId, digest, ORDERED, plan -> paying.pay(plan.planId().toString(), plan.planDigest(), officer));
    }

    private static OfficerChecks checks(String batchId, String digest) {
        return new OfficerChecks().id("batchId", batchId).digest("digest", digest);
    }

    private Multi<LineResult> act(
            String batchId, String digest, Set<LineState> done, Function<BatchPlan, Uni<?>> step) {
        return viewing.require(batchId)
                .invoke(batch -> requireSame(batch, digest))
                .invoke(ActingOnBatches::requireNotRejected)
                .chain(viewing::allLines)
                .onItem()
                .transformToMulti(lines -> work.forEach(
                        lines,
                        line -> done.contains(line.state())
                                ? Uni.createFrom().item(LineResult.of(line, Outcome.DONE_BEFORE))
                                : LineResult.passedOver(line)
                                        .map(Uni.createFrom()::item)
                                        .orElseGet(() -> stepUnlessRejected(line, batchId, step))));
    }

    /** An officer may reject the batch while the act runs. */
    private Uni<LineResult> stepUnlessRejected(BatchLine line, String batchId, Function<BatchPlan, Uni<?>> step) {
        return viewing.require(batchId)
                .invoke(ActingOnBatches::requireNotRejected)
                .chain(() -> step.apply(line.plan()))
                .replaceWith(() -> LineResult.of(line, Outcome.DONE));
    }

    private static Set<LineState> with(Set<LineState> some, LineState another) {
        Set<LineState> more = EnumSet.copyOf(some);
        more.add(another);
        return more;
    }

    private static void requireSame(RefundBatch batch, String digest) {
        if (!batch.digest().equalsIgnoreCase(digest)) {
            throw new ServiceException.Refusal(
                    "BATCH_CHANGED", "digest: " + digest + " (expected: " + batch.digest() + ")");
        }
    }

    private static void requireNotRejected(RefundBatch batch) {
        if (batch.rejection().isPresent()) {
            throw new ServiceException.Refusal(
                    "BATCH_REJECTED", "batchId: " + batch.id() + " (expected: a batch that was not rejected)");
        }
    }
}
