package org.stoppayment.recovery.reports.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;
import org.stoppayment.recovery.reports.application.RecoveryGroups.Period;
import org.stoppayment.recovery.reports.application.RecoveryGroups.Sums;
import org.stoppayment.recovery.reports.domain.RecoveryDimension;
import org.stoppayment.recovery.reports.domain.RecoveryGroup;

/** Reports what became of the money of cases: by kind of fraud, month, station, age, institution and level. */
@ApplicationScoped
public class ReportingRecovery {

    private static final Duration MAX_PERIOD = Duration.ofDays(3_700);
    private static final int MAX_ROWS = 1_000;

    private static final Comparator<RecoveryGroup> ORDER = Comparator.comparing(RecoveryGroup::fraudType)
            .thenComparing(RecoveryGroup::month)
            .thenComparing(RecoveryGroup::station)
            .thenComparing(RecoveryGroup::age)
            .thenComparing(RecoveryGroup::institutionCode)
            .thenComparing(RecoveryGroup::level);

    private final RecoveryGroups groups;
    private final InstantSource clock;
    private final Semaphore places;

    ReportingRecovery(RecoveryGroups groups, ReportsConfig config, InstantSource clock) {
        this.groups = groups;
        this.clock = clock;
        places = new Semaphore(config.maxAtOnce());
    }

    /**
     * The figures of the cases whose calls came in a period.
     *
     * @param from first moment; required
     * @param until first moment after, at most 3,700 days later; required
     * @param dimensions of the rows, each once; none: the total only
     * @return fails with {@link ServiceException.Overloaded} while as many others run as may
     */
    public Uni<RecoveryReport> report(
            Optional<Instant> from, Optional<Instant> until, List<RecoveryDimension> dimensions) {
        refuse(from, until, dimensions);
        Instant now = clock.instant();
        Set<RecoveryDimension> asked = EnumSet.noneOf(RecoveryDimension.class);
        asked.addAll(dimensions);
        return whenFree(() -> groups.of(new Period(from.orElseThrow(), until.orElseThrow()), asked, now, MAX_ROWS + 1))
                .map(sums -> report(sums, !asked.isEmpty(), now));
    }

    private Uni<Sums> whenFree(Supplier<Uni<Sums>> report) {
        return Uni.createFrom().deferred(() -> {
            if (!places.tryAcquire()) {
                throw new ServiceException.Overloaded("too many reports are being made (expected: later)");
            }
            return report.get().onTermination().invoke(places::release);
        });
    }

    private static RecoveryReport report(Sums sums, boolean isGrouped, Instant now) {
        List<RecoveryGroup> rows =
                isGrouped ? sums.rows().stream().limit(MAX_ROWS).sorted(ORDER).toList() : List.of();
        return new RecoveryReport(
                rows, sums.total(), isGrouped && sums.rows().size() > MAX_ROWS, sums.casesWithoutReport(), now);
    }

    private static void refuse(Optional<Instant> from, Optional<Instant> until, List<RecoveryDimension> dimensions) {
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
            if (!end.isAfter(first) || Duration.between(first, end).compareTo(MAX_PERIOD) > 0) {
                violations.add(new Violation(
                        "until",
                        "OUT_OF_RANGE",
                        "value: " + end + " (expected: after from, at most " + MAX_PERIOD.toDays() + " days later)"));
            }
        }
        if (dimensions.stream().distinct().count() < dimensions.size()) {
            violations.add(
                    new Violation("groupBy", "REPEATED", "value: " + dimensions + " (expected: each dimension once)"));
        }
        if (!violations.isEmpty()) {
            throw new ServiceException.InvalidInput(violations);
        }
    }
}
