package org.stoppayment.freeze.statistics.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.stoppayment.freeze.statistics.domain.HoldDimension;
import org.stoppayment.freeze.statistics.domain.HoldStatistics;
import org.stoppayment.freeze.statistics.domain.OverheldAccount;
import org.stoppayment.kernel.ids.CaseId;

/** Read port: figures of holds. */
public interface HoldFigures {

    /**
     * Holds that were ordered in a span of time.
     *
     * @param from first moment
     * @param until first moment after
     */
    record Span(Instant from, Instant until) {}

    /** Statistics of the holds of a span as of {@code now}, by month, kind of fraud and institution. */
    Uni<List<HoldStatistics>> statistics(Span span, Set<HoldDimension> dimensions, Instant now);

    /** At most {@code max} accounts of all cases on which more is held than their money, the worst first. */
    Uni<List<OverheldAccount>> overheld(Instant now, int max);

    /** The same, of the accounts of one case. */
    Uni<List<OverheldAccount>> overheld(CaseId caseId, Instant now, int max);
}
