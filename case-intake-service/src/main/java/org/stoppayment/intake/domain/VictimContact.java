package org.stoppayment.intake.domain;

import java.time.Instant;
import org.stoppayment.kernel.ids.CaseId;

/**
 * A victim who can be called. Personal data: never logged.
 *
 * @param name as reported; may be empty
 * @param phone as reported; may be empty
 * @param caseId of the report
 * @param acceptedAt when it became durable
 */
public record VictimContact(String name, String phone, CaseId caseId, Instant acceptedAt) {

    @Override
    public String toString() {
        return "VictimContact[" + caseId + "]";
    }
}
