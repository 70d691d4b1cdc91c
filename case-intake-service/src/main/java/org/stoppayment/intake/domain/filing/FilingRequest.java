package org.stoppayment.intake.domain.filing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.intake.domain.Content;
import org.stoppayment.intake.domain.Filing;
import org.stoppayment.intake.domain.Operator;
import org.stoppayment.kernel.Violation;

/**
 * The request to file a case, or to correct its filing, as received.
 *
 * @param requestId the caller's id of the request, as given
 * @param caseId id of the case, as given
 * @param operator the officer
 * @param number 立案号
 * @param organisation 立案单位
 * @param filedAt when the case was filed, UTC; empty when nothing possible was given
 * @param documentDigest SHA-256 of the document, in lower case
 * @param correction what is corrected; empty for the first filing
 * @param content the request, byte for byte
 * @param unreadable violations found while parsing
 */
public record FilingRequest(
        String requestId,
        String caseId,
        Operator operator,
        String number,
        String organisation,
        Optional<Instant> filedAt,
        String documentDigest,
        Optional<Correction> correction,
        Content content,
        List<Violation> unreadable) {

    /**
     * What is corrected.
     *
     * @param revision of the filing that is corrected
     * @param reason why
     */
    public record Correction(int revision, String reason) {}

    /** What the filing says; only of a valid request. */
    public Filing.Facts facts() {
        return new Filing.Facts(number, organisation, filedAt.orElseThrow(), documentDigest);
    }
}
