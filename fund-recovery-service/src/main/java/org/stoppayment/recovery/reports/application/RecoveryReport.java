package org.stoppayment.recovery.reports.application;

import java.time.Instant;
import java.util.List;
import org.stoppayment.recovery.reports.domain.RecoveryFigures;
import org.stoppayment.recovery.reports.domain.RecoveryGroup;

/**
 * Figures of the cases of a period.
 *
 * @param rows one for each group
 * @param total all cases together
 * @param isIncomplete true when there are more groups
 * @param casesWithoutReport number of cases of which nobody told yet when they were reported
 * @param asOf when it was computed
 */
public record RecoveryReport(
        List<RecoveryGroup> rows, RecoveryFigures total, boolean isIncomplete, long casesWithoutReport, Instant asOf) {}
