package org.stoppayment.intake.domain;

import java.time.Instant;
import org.stoppayment.kernel.ids.CaseId;

/**
 * The summary of a case.
 *
 * @param caseId id of the case
 * @param status at the police
 * @param channel stable code
 * @param fraudType stable code
 * @param acceptedAt when its report became durable
 * @param transferCount number of transfers, corrections not counted
 * @param protectiveStopCount number of protective stops
 * @param reportedFen sum of their known amounts
 * @param filingNumber 立案号, empty while it is not filed
 */
public record CaseSummary(
        CaseId caseId,
        CaseStatus status,
        String channel,
        String fraudType,
        Instant acceptedAt,
        int transferCount,
        int protectiveStopCount,
        long reportedFen,
        String filingNumber) {}
