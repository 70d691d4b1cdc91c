package org.stoppayment.intake.domain;

import java.util.List;
import org.stoppayment.kernel.Violation;

/**
 * Information added after the report, as received.
 *
 * @param requestId the caller's id of the request, as given
 * @param caseId id of the case, as given
 * @param operator the officer on the desk
 * @param transfers further payments
 * @param corrections corrected transfers
 * @param protectiveStops further accounts of the victim to be stopped
 * @param contacts number of further contacts, which are stored only
 * @param content the request, byte for byte
 * @param unreadable violations found while parsing
 * @param doubtful warnings found while parsing
 */
public record CaseSupplement(
        String requestId,
        String caseId,
        Operator operator,
        List<Transfer> transfers,
        List<Correction> corrections,
        List<ProtectiveStop> protectiveStops,
        int contacts,
        Content content,
        List<Violation> unreadable,
        List<Violation> doubtful) {}
