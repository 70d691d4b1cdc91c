package org.stoppayment.freeze.orders.application;

import java.util.List;
import org.stoppayment.kernel.ids.CaseId;

/**
 * Port: is notified when a change of a case's claims is durable (a stop took effect or ended, bookings became known). The tracing
 * feature implements it and places the orders of the next level.
 */
public interface ClaimChangeListener {

    /** Notifies of cases whose claims changed; returns at once and never throws. A case that fails stays due. */
    void claimsChanged(List<CaseId> caseIds);
}
