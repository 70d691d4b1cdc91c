package org.stoppayment.intake.domain;

import java.util.List;
import org.stoppayment.kernel.Violation;

/**
 * The request to withdraw a case (撤案), as received.
 *
 * @param requestId the caller's id of the request, as given
 * @param caseId id of the case, as given
 * @param operator the officer
 * @param reason why
 * @param reference of the person or paper
 * @param content the request, byte for byte
 * @param unreadable violations found while parsing
 */
public record CaseWithdrawal(
        String requestId,
        String caseId,
        Operator operator,
        String reason,
        String reference,
        Content content,
        List<Violation> unreadable) {}
