package org.stoppayment.freeze.books.domain;

import java.time.Instant;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.EventId;

/**
 * The withdrawal of a case (撤案), as intake announces it.
 *
 * @param eventId of the event
 * @param caseId of the case
 * @param submissions number of the case's report and supplements; all came before it
 * @param at when
 * @param reason as it was given
 * @param reference of the person or paper behind it
 * @param officer who said so; both parts are empty when nobody was named
 */
public record Withdrawal(
        EventId eventId, CaseId caseId, int submissions, Instant at, String reason, String reference, Officer officer) {

    /** How the case's claims end. */
    public ClaimEnd end() {
        return new ClaimEnd(at, ClaimEnd.Cause.WITHDRAWN, reason, reference, officer);
    }
}
