package org.stoppayment.freeze.watch.application;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import org.stoppayment.freeze.watch.domain.CaseOverview;
import org.stoppayment.kernel.CaseId;

/** Read port: case summaries. */
public interface CaseOverviews {

    /** Each of these cases as it stands, all at one moment and by one reading statement, however many they are. */
    Uni<Map<CaseId, CaseOverview>> of(Set<CaseId> caseIds);
}
