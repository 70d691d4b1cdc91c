package org.stoppayment.freeze.statistics.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.freeze.statistics.application.HoldFigures.Span;
import org.stoppayment.freeze.statistics.domain.HoldDimension;
import org.stoppayment.freeze.statistics.domain.HoldStatistics;
import org.stoppayment.kernel.Violation;

/** Counts holds for reports: by month, kind of fraud and institution. */
@ApplicationScoped
public class ReportingHolds {

    private static final Duration MAX_SPAN = Duration.ofDays(400);

    private final HoldFigures figures;
    private final InstantSource clock;

    ReportingHolds(HoldFigures figures, InstantSource clock) {
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * The statistics of the holds that were ordered in a span of time.
     *
     * @param from first moment; required
     * @param until first moment after, at most 400 days later; required
     * @param dimensions of the rows; none: the total only
     */
    public Uni<HoldReport> report(Optional<Instant> from, Optional<Instant> until, List<HoldDimension> dimensions) {
        refuse(from, until, dimensions);
        Instant now = clock.instant();
        Span span = new Span(from.orElseThrow(), until.orElseThrow());
        Set<HoldDimension> asked = EnumSet.noneOf(HoldDimension.class);
        asked.addAll(dimensions);
        return figures.statistics(span, asked, now)
                .map(rows -> new HoldReport(asked.isEmpty() ? List.of() : rows, HoldStatistics.total(rows), now));
    }

    private static void refuse(Optional<Instant> from, Optional<Instant> until, List<HoldDimension> dimensions) {
        List<Violation> violations = new ArrayList<>();
        if (from.isEmpty()) {
            violations.add(new Violation("from", "MISSING", "value: none (expected: a moment)"));
        }
        if (until.isEmpty()) {
            violations.add(new Violation("until", "MISSING", "value: none (expected: a moment)"));
        }
        if (from.isPresent() && until.isPresent()) {
            Instant first = from.get();
            Instant end = until.get();
            if (!end.isAfter(first) || end.isAfter(first.plus(MAX_SPAN))) {
                violations.add(new Violation(
                        "until",
                        "OUT_OF_RANGE",
                        "value: " + end + " (expected: after from, at most " + MAX_SPAN.toDays() + " days later)"));
            }
        }
        if (dimensions.stream().distinct().count() < dimensions.size()) {
            violations.add(
                    new Violation("groupBy", "REPEATED", "value: " + dimensions + " (expected: each dimension once)"));
        }
        OfficerInput.refuse(violations);
    }
}
