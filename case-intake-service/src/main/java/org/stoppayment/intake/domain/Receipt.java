package org.stoppayment.intake.domain;

import java.util.List;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.TransferId;
import org.stoppayment.kernel.Violation;

/**
 * What the caller is told once a submission is durable.
 *
 * @param caseId of the case
 * @param warnings what to put right
 * @param transferIds ids of the transfers, in the order of the request
 * @param replayed true when the request id had been accepted before
 */
public record Receipt(CaseId caseId, List<Violation> warnings, List<TransferId> transferIds, boolean replayed) {

    /** The receipt of a submission that has just become durable. */
    public static Receipt of(Submission submission) {
        return new Receipt(submission.caseId(), submission.warnings(), submission.transferIds(), false);
    }
}
