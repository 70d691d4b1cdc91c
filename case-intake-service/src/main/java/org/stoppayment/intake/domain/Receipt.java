package org.stoppayment.intake.domain;

import java.util.List;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;

/**
 * The answer to the caller once a submission is durable.
 *
 * @param caseId id of the case
 * @param warnings what the operator should correct
 * @param transferIds ids of the transfers, in the order of the request
 * @param replayed true when the request id had been accepted before
 */
public record Receipt(CaseId caseId, List<Violation> warnings, List<TransferId> transferIds, boolean replayed) {

    /** The receipt of a submission that has just become durable. */
    public static Receipt of(Submission submission) {
        return new Receipt(submission.caseId(), submission.warnings(), submission.transferIds(), false);
    }
}
