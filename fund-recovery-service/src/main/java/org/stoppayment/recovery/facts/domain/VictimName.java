package org.stoppayment.recovery.facts.domain;

import org.stoppayment.kernel.ids.CaseId;

/**
 * Name of the victim of a case.
 *
 * @param caseId the case
 * @param name as the report gives it, empty when not known
 */
public record VictimName(CaseId caseId, String name) {

    /** Safe for logs. */
    @Override
    public String toString() {
        return "victim of " + caseId;
    }
}
