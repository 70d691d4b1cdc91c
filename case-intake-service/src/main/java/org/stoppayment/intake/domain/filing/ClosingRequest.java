package org.stoppayment.intake.domain.filing;

import java.util.List;
import org.stoppayment.intake.domain.Content;
import org.stoppayment.intake.domain.Operator;
import org.stoppayment.kernel.Violation;

/**
 * The request to close a filed case (结案), as received.
 *
 * @param requestId the caller's id of the request, as given
 * @param caseId id of the case, as given
 * @param operator the officer
 * @param reason why
 * @param content the request, byte for byte
 * @param unreadable violations found while parsing
 */
public record ClosingRequest(
        String requestId,
        String caseId,
        Operator operator,
        String reason,
        Content content,
        List<Violation> unreadable) {}
