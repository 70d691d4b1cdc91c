package org.stoppayment.intake.domain;

import java.time.Instant;
import org.stoppayment.kernel.ids.CaseId;

/**
 * A revision of the filing of a case (立案). Nothing of it changes: a correction is another revision.
 *
 * @param caseId of the case
 * @param revision 1 for the first, 2, 3, … for its corrections; the last one counts
 * @param facts what it says
 * @param recordedAt when it was accepted, UTC
 * @param operator the officer who said so
 * @param reason why it corrects the revision before; empty for the first
 */
public record Filing(CaseId caseId, int revision, Facts facts, Instant recordedAt, Operator operator, String reason) {

    /** The revision of a filing that is no correction. */
    public static final int FIRST_REVISION = 1;

    /**
     * What a filing says.
     *
     * @param number 立案号; cases that the police joined (并案) share one
     * @param organisation 立案单位: that filed the case
     * @param filedAt when, UTC
     * @param documentDigest SHA-256 of the document (立案决定书), 64 lower-case hexadecimal digits
     */
    public record Facts(String number, String organisation, Instant filedAt, String documentDigest) {}
}
