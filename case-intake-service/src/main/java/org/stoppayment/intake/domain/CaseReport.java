package org.stoppayment.intake.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.ids.CaseId;

/**
 * The report that opened a case.
 *
 * @param caseId the case
 * @param acceptedAt when it became durable
 * @param content the request, byte for byte
 */
public record CaseReport(CaseId caseId, Instant acceptedAt, Content content) {

    /** Who to call about the case; empty when neither name nor telephone number is known. */
    public Optional<VictimContact> contact(Victim victim) {
        String name = victim.name().strip();
        String phone = victim.phone().strip();
        return name.isEmpty() && phone.isEmpty()
                ? Optional.empty()
                : Optional.of(new VictimContact(name, phone, caseId, acceptedAt));
    }

    @Override
    public String toString() {
        return "CaseReport[" + caseId + "]";
    }
}
