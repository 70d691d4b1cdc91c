package org.stoppayment.recovery.ledger.domain;

import org.stoppayment.kernel.ids.CaseId;

/**
 * Where the money of a case is, on one account or on all.
 *
 * @param caseId the case
 * @param positions sums of its entries
 */
public record CasePositions(CaseId caseId, Positions positions) {}
