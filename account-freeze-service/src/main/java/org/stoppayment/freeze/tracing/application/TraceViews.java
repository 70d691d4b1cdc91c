package org.stoppayment.freeze.tracing.application;

import io.smallrye.mutiny.Uni;
import org.stoppayment.freeze.tracing.domain.Trace;
import org.stoppayment.kernel.ids.CaseId;

/** Read port: traces. */
public interface TraceViews {

    /** Where the money of a case went; has no accounts when the case has not arrived. */
    Uni<Trace> trace(CaseId caseId);
}
