package org.stoppayment.freeze.orders.domain;

import org.stoppayment.kernel.CaseId;

/**
 * What stands behind all orders of a case: its first report.
 *
 * @param caseId of the case
 * @param reason stable code of the fraud type
 * @param organisation of the officer on the desk
 * @param badgeNumber of the officer on the desk
 */
public record CaseOrigin(CaseId caseId, String reason, String organisation, String badgeNumber) {

    @Override
    public String toString() {
        return "case " + caseId;
    }
}
