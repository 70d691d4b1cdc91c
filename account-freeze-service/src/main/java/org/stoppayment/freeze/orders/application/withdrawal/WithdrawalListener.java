package org.stoppayment.freeze.orders.application.withdrawal;

import io.smallrye.mutiny.Uni;
import org.stoppayment.kernel.ids.CaseId;

/**
 * Port: is notified of each withdrawal once it is durable. The holds feature releases what is frozen for the case; the queries feature asks
 * nothing more for it.
 */
public interface WithdrawalListener {

    /** Notifies of a withdrawn case, perhaps more than once. The withdrawal counts as taken when all listeners have ended. */
    Uni<Void> caseWithdrawn(CaseId caseId);
}
