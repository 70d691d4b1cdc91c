package org.stoppayment.intake.domain;

import java.util.List;
import org.stoppayment.kernel.Violation;

/**
 * What was learned after the report, as it came in.
 *
 * @param requestId made by the caller, as given
 * @param caseId of the case, as given
 * @param operator the officer on the desk
 * @param transfers further payments
 * @param corrections transfers put right
 * @param protectiveStops further accounts of the victim to be stopped
 * @param contacts number of further contacts: they are kept, nothing is done with them here
 * @param content the request, byte for byte
 * @param unreadable what the wire form itself violates
 * @param doubtful what of the wire form was not understood
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
