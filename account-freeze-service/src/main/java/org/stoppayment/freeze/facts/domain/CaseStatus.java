package org.stoppayment.freeze.facts.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.ids.CaseId;

/**
 * What a case is and has come to.
 *
 * @param caseId the case
 * @param revision of this fact, from 1
 * @param report empty while no report of the case has been taken
 * @param filing empty when the case is not filed
 * @param isClosed true once it is closed
 * @param isWithdrawn true once it is withdrawn
 */
public record CaseStatus(
        CaseId caseId,
        int revision,
        Optional<Report> report,
        Optional<Filing> filing,
        boolean isClosed,
        boolean isWithdrawn) {

    /**
     * The first report of a case.
     *
     * @param receivedAt when it was taken
     * @param fraudType name of the kind of fraud, from the first report or supplement that names one; empty while none does
     * @param organisation of the desk that took it
     */
    public record Report(Instant receivedAt, String fraudType, String organisation) {}

    /**
     * 立案.
     *
     * @param number under which the case is filed
     * @param organisation that filed it
     * @param at when
     */
    public record Filing(String number, String organisation, Instant at) {}
}
