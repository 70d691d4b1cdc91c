package org.stoppayment.freeze.orders.domain.placement;

import org.stoppayment.kernel.ids.CaseId;

/**
 * The first report of a case, as all its orders name it.
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
