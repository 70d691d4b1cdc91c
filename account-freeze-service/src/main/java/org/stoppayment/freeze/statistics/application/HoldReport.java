package org.stoppayment.freeze.statistics.application;

import java.time.Instant;
import java.util.List;
import org.stoppayment.freeze.statistics.domain.HoldStatistics;

/**
 * Statistics of holds.
 *
 * @param rows one for each group
 * @param total of all
 * @param asOf when they were counted
 */
public record HoldReport(List<HoldStatistics> rows, HoldStatistics total, Instant asOf) {

    public HoldReport {
        rows = List.copyOf(rows);
    }
}
