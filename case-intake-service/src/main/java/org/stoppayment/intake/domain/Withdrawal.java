package org.stoppayment.intake.domain;

import java.time.Instant;
import java.util.UUID;
import org.stoppayment.kernel.ids.CaseId;

/**
 * The withdrawal of a case (撤案): what is stored, once a case.
 *
 * @param requestId made by the caller
 * @param caseId of the case
 * @param at when
 * @param operator the officer; both parts are empty when nobody was named
 * @param reason why
 * @param reference of the person or paper
 */
public record Withdrawal(
        UUID requestId, CaseId caseId, Instant at, Operator operator, String reason, String reference) {}
