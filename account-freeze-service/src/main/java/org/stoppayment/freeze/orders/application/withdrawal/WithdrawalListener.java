package org.stoppayment.freeze.orders.application.withdrawal;

import io.smallrye.mutiny.Uni;
import org.stoppayment.kernel.CaseId;

/** Port: is notified of each withdrawal once it is durable. The holds feature implements it and releases what is frozen for the case. */
public interface WithdrawalListener {

    /** Notifies of a withdrawn case, perhaps more than once. The withdrawal counts as taken when it ends. */
    Uni<Void> caseWithdrawn(CaseId caseId);
}
