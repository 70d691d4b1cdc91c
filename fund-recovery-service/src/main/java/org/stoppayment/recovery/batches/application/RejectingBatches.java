package org.stoppayment.recovery.batches.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.BatchId;
import org.stoppayment.recovery.approvals.application.ApprovingPlans;
import org.stoppayment.recovery.batches.domain.BatchLine;
import org.stoppayment.recovery.batches.domain.LineResult;
import org.stoppayment.recovery.batches.domain.LineResult.Outcome;
import org.stoppayment.recovery.batches.domain.LineState;
import org.stoppayment.recovery.batches.domain.RefundBatch;

/**
 * Rejects batches, and their plans that are submitted. All plans can be put into another batch then; those that are approved or being paid stay as
 * they are.
 */
@ApplicationScoped
public class RejectingBatches {

    private final ViewingBatches viewing;
    private final Batches batches;
    private final LineWork work;
    private final ApprovingPlans approving;
    private final InstantSource clock;

    RejectingBatches(
            ViewingBatches viewing, Batches batches, LineWork work, ApprovingPlans approving, InstantSource clock) {
        this.viewing = viewing;
        this.batches = batches;
        this.work = work;
        this.approving = approving;
        this.clock = clock;
    }

    /**
     * Rejects a batch; repeated by the same officer, it rejects what is left, but for plans that another batch has meanwhile. What came of each plan
     * that was submitted.
     */
    public Multi<LineResult> reject(String batchId, String reason, Officer officer) {
        new OfficerChecks()
                .id("batchId", batchId)
                .reason(reason)
                .officer("operator", officer)
                .refuse();
        RefundBatch.Rejection rejection = new RefundBatch.Rejection(officer, clock.instant(), reason);
        return viewing.require(batchId)
                .chain(batch -> submitted(batch)
                        .invoke(lines -> requireOtherPerson(lines, officer))
                        .chain(lines -> batches.reject(batch.id(), rejection)
                                .invoke(rejected -> requireSame(rejected, rejection))
                                .replaceWith(new Left(batch.id(), lines))))
                .onItem()
                .transformToMulti(left -> work.forEach(left.lines(), line -> viewing.isSubmitted(left.batchId(), line)
                        .chain(isSubmitted -> isSubmitted
                                ? approving
                                        .reject(line.plan().planId().toString(), reason, officer)
                                        .replaceWith(() -> LineResult.of(line, Outcome.DONE))
                                : Uni.createFrom().item(LineResult.of(line, Outcome.DONE_BEFORE)))));
    }

    private record Left(BatchId batchId, List<BatchLine> lines) {}

    private Uni<List<BatchLine>> submitted(RefundBatch batch) {
        return viewing.allLines(batch).map(lines -> lines.stream()
                .filter(line -> line.state() == LineState.SUBMITTED)
                .toList());
    }

    private static void requireOtherPerson(List<BatchLine> lines, Officer officer) {
        if (lines.stream()
                .flatMap(line -> line.submittedBy().stream())
                .anyMatch(submitter -> submitter.isSamePerson(officer))) {
            throw new ServiceException.Refusal(
                    "SAME_PERSON", "operator: *** (expected: another officer than the one who asked for the approval)");
        }
    }

    private static void requireSame(RefundBatch batch, RefundBatch.Rejection asked) {
        RefundBatch.Rejection rejection = batch.rejection().orElseThrow();
        if (!rejection.reason().equals(asked.reason()) || !rejection.officer().isSamePerson(asked.officer())) {
            throw new ServiceException.Refusal(
                    "BATCH_REJECTED",
                    "batchId: " + batch.id() + " (expected: a batch that was not rejected otherwise)");
        }
    }
}
