package org.stoppayment.freeze.tracing.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.freeze.orders.application.CaseAttentions;
import org.stoppayment.freeze.orders.application.ViewingOrders;
import org.stoppayment.freeze.orders.domain.views.CaseAttention;
import org.stoppayment.freeze.tracing.domain.Trace;

/** Shows where the money of cases went. */
@ApplicationScoped
public class ViewingTraces {

    private final TraceViews views;
    private final CaseAttentions attentions;

    ViewingTraces(TraceViews views, CaseAttentions attentions) {
        this.views = views;
        this.attentions = attentions;
    }

    /** Where the money of a case went; has no accounts when the case has not arrived. */
    public Uni<Trace> trace(String caseId) {
        return views.trace(ViewingOrders.caseId(caseId));
    }

    /** What needs attention of a case. */
    public Uni<CaseAttention> attention(String caseId) {
        return attentions.of(ViewingOrders.caseId(caseId));
    }
}
