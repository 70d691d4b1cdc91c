package org.stoppayment.intake.domain;

import java.time.Instant;
import org.stoppayment.kernel.ids.CaseId;

/**
 * The closing of a filed case (结案): what is stored, once a case.
 *
 * @param caseId of the case
 * @param at when it was accepted, UTC
 * @param operator the officer who said so
 * @param reason why
 */
public record Closing(CaseId caseId, Instant at, Operator operator, String reason) {}
