package org.stoppayment.freeze.orders.application;

import java.util.List;
import org.stoppayment.kernel.CaseId;

/**
 * Port: who hears that something about a case's claims is durable (a stop took effect or ended, bookings became known). The
 * tracing feature listens; it places the orders of the next level, whose answers come back here.
 */
public interface ClaimChangeListener {

    /** Takes note of cases whose claims changed; returns at once and never throws. What fails in it stays due. */
    void claimsChanged(List<CaseId> caseIds);
}
