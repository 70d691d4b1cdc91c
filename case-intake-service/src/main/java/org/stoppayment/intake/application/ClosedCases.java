package org.stoppayment.intake.application;

import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.ServiceException;

/** Refuses what comes for a case that is closed. */
final class ClosedCases {

    private ClosedCases() {}

    static ServiceException.Refusal refusal(CaseId caseId) {
        return new ServiceException.Refusal("CASE_CLOSED", "case " + caseId + " is CLOSED (expected: OPEN or FILED)");
    }
}
