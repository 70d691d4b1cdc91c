package org.stoppayment.freeze.attention.domain;

import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.CaseId;

/**
 * What is held of a case's money, and what nobody holds.
 *
 * @param caseId the case
 * @param held tainted money held
 * @param atRisk tainted money that can still be lost or found: nobody has said where it is, or its stop has lapsed; nothing while the
 *     books do not add up
 */
public record CaseFunds(CaseId caseId, Money held, Money atRisk) {}
