package org.stoppayment.freeze.watch.application;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import org.stoppayment.kernel.ids.CaseId;

/** Read port: case summaries. */
public interface CaseOverviews {

    /** Overviews of these cases, all as of one moment and by one statement. */
    Uni<Map<CaseId, CaseOverview>> of(Set<CaseId> caseIds);
}
