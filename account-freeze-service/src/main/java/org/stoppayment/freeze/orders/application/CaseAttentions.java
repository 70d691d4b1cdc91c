package org.stoppayment.freeze.orders.application;

import io.smallrye.mutiny.Uni;
import org.stoppayment.freeze.orders.domain.views.CaseAttention;
import org.stoppayment.kernel.ids.CaseId;

/** Read port: what of a case a person should look at. A feature above this one implements it, as it needs the orders. */
public interface CaseAttentions {

    /** What needs attention of a case, at least as new as the call; nothing when the case has not arrived. */
    Uni<CaseAttention> of(CaseId caseId);
}
