package org.stoppayment.freeze.tracing.application;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.stoppayment.freeze.tracing.domain.Trace;

/** Traces, to be read. */
public interface TraceViews {

    /** Where the money of a case went; without accounts when the case has not arrived. */
    Uni<Trace> trace(UUID caseId);
}
