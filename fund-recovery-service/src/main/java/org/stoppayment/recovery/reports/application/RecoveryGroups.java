package org.stoppayment.recovery.reports.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.stoppayment.recovery.reports.domain.RecoveryDimension;
import org.stoppayment.recovery.reports.domain.RecoveryFigures;
import org.stoppayment.recovery.reports.domain.RecoveryGroup;

/** Port: adds up the books of cases by group. */
public interface RecoveryGroups {

    /**
     * Cases whose call came in it.
     *
     * @param from first moment
     * @param until first moment after
     */
    record Period(Instant from, Instant until) {}

    /**
     * What was added up.
     *
     * @param total all cases
     * @param rows the groups with the most reported money first
     * @param casesWithoutReport number of cases whose report was not told yet
     */
    record Sums(RecoveryFigures total, List<RecoveryGroup> rows, long casesWithoutReport) {}

    /**
     * The sums; fails with a refusal when it takes longer than it may.
     *
     * @param now ages are counted to here
     * @param maxRows number of groups at most
     */
    Uni<Sums> of(Period period, Set<RecoveryDimension> dimensions, Instant now, int maxRows);
}
