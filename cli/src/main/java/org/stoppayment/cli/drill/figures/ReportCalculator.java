package org.stoppayment.cli.drill.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.drill.accounting.CaseResult;
import org.stoppayment.cli.drill.accounting.LossCause;
import org.stoppayment.cli.drill.accounting.MoneyAccounting;
import org.stoppayment.cli.drill.accounting.MoneyPart;
import org.stoppayment.cli.drill.accounting.MoneyPart.Outcome;
import org.stoppayment.cli.drill.plan.DrillOptions;
import org.stoppayment.cli.drill.plan.Ring;
import org.stoppayment.cli.suite.Rules;

/** Calculates the report of a drill from its cases. Pure. */
public final class ReportCalculator {

    /** The lower bounds of the mule delay groups. */
    private static final long[] MULE_DELAYS_MILLIS = {0, 2_000, 5_000, 10_000, 20_000, 40_000, 60_000, 120_000, 300_000
    };

    private final List<CaseParts> cases;

    private ReportCalculator(List<CaseParts> cases) {
        this.cases = cases;
    }

    /** The report of a drill; {@code latestSentMillis} is how late the latest report was sent. */
    public static DrillReport of(
            DrillOptions options,
            Rules rules,
            List<CaseResult> results,
            Instant startedAt,
            Instant endedAt,
            long latestSentMillis) {
        ReportCalculator calculator = new ReportCalculator(results.stream()
                .map(each -> new CaseParts(each, MoneyAccounting.of(each, rules)))
                .toList());
        return new DrillReport(
                DrillReport.Options.of(options),
                startedAt.truncatedTo(ChronoUnit.MILLIS),
                Duration.between(startedAt, endedAt).toSeconds(),
                calculator.cases(latestSentMillis),
                calculator.money(),
                calculator.levels(),
                calculator.muleDelays(),
                calculator.losses(),
                RaceTimeline.of(calculator.cases));
    }

    private DrillReport.Cases cases(long latestSentMillis) {
        List<Long> accepted = cases.stream()
                .flatMap(each -> each.result().acceptedMillis().stream())
                .toList();
        return new DrillReport.Cases(
                count(each -> true),
                accepted.size(),
                count(each -> each.result().over()),
                Percentages.percentile(accepted, 50).orElse(null),
                Percentages.percentile(accepted, 99).orElse(null),
                latestSentMillis);
    }

    private int count(Predicate<CaseParts> which) {
        return cases.stream()
                .filter(which)
                .mapToInt(each -> each.result().ring().victims())
                .sum();
    }

    private DrillReport.Money money() {
        long reported = sum(cases, each -> each.result().ring().reportedFen());
        long before = sum(cases, ReportCalculator::beforeCall);
        long stopped = sum(cases, each -> each.fen(part -> part.outcome() == Outcome.STOPPED));
        long stoppable = Math.subtractExact(reported, before);
        return new DrillReport.Money(
                reported,
                before,
                stoppable,
                stopped,
                Percentages.percent(stopped, stoppable),
                Percentages.percent(stopped, reported),
                sum(cases, each -> each.fen(part -> part.outcome() == Outcome.CASH)),
                sum(cases, each -> each.fen(part -> part.outcome() == Outcome.MERCHANT)),
                sum(cases, each -> each.fen(part -> part.outcome() == Outcome.STILL_THERE)),
                sum(cases, each -> each.result().progress().getTaintedHeldFen()));
    }

    private List<DrillReport.Level> levels() {
        int maxLevel = cases.stream()
                .flatMap(each -> each.result().ring().mules().stream())
                .mapToInt(Ring.Mule::level)
                .max()
                .orElse(0);
        return IntStream.rangeClosed(1, maxLevel)
                .mapToObj(this::level)
                .filter(level -> level.accounts() > 0)
                .toList();
    }

    private DrillReport.Level level(int level) {
        int accounts = 0;
        long received = 0;
        long onward = 0;
        List<Long> stops = new ArrayList<>();
        List<MoneyPart> parts = new ArrayList<>();
        for (CaseParts each : cases) {
            CaseResult result = each.result();
            each.parts().stream().filter(part -> part.level() == level).forEach(parts::add);
            for (int mule = 0; mule < result.ring().mules().size(); mule++) {
                if (result.ring().mules().get(mule).level() == level && result.receivedFen(mule) > 0) {
                    accounts++;
                    received = Math.addExact(received, result.receivedFen(mule));
                    onward = Math.addExact(onward, result.books(mule).transferredFen());
                    stopMillis(result, mule).ifPresent(stops::add);
                }
            }
        }
        long stopped = CaseParts.fen(parts, part -> part.outcome() == Outcome.STOPPED);
        long before = CaseParts.fen(parts, ReportCalculator::isBeforeCall);
        return new DrillReport.Level(
                level,
                accounts,
                stops.size(),
                received,
                onward,
                stopped,
                before,
                CaseParts.fen(parts, part -> part.outcome() == Outcome.CASH && !isBeforeCall(part)),
                CaseParts.fen(parts, part -> part.outcome() == Outcome.MERCHANT && !isBeforeCall(part)),
                CaseParts.fen(parts, part -> part.outcome() == Outcome.STILL_THERE),
                Percentages.percent(stopped, received - onward - before),
                Percentages.percentile(stops, 50).orElse(null),
                Percentages.percentile(stops, 95).orElse(null),
                Percentages.percentile(stops, 99).orElse(null));
    }

    private static Optional<Long> stopMillis(CaseResult result, int mule) {
        return result.books(mule).stops().stream().findFirst().map(stop -> result.millis(stop.stoppedAt()));
    }

    private List<DrillReport.MuleDelay> muleDelays() {
        List<DrillReport.MuleDelay> groups = new ArrayList<>();
        for (int i = 0; i < MULE_DELAYS_MILLIS.length; i++) {
            long from = MULE_DELAYS_MILLIS[i];
            @Nullable Long below = i + 1 < MULE_DELAYS_MILLIS.length ? (Long) MULE_DELAYS_MILLIS[i + 1] : null;
            List<CaseParts> group = cases.stream()
                    .filter(each -> each.result().ring().paceMillis() >= from
                            && (below == null || each.result().ring().paceMillis() < below))
                    .toList();
            if (!group.isEmpty()) {
                long reported = sum(group, each -> each.result().ring().reportedFen());
                long stoppable = Math.subtractExact(reported, sum(group, ReportCalculator::beforeCall));
                long stopped = sum(group, each -> each.fen(part -> part.outcome() == Outcome.STOPPED));
                groups.add(new DrillReport.MuleDelay(
                        from,
                        below,
                        group.size(),
                        reported,
                        stoppable,
                        stopped,
                        Percentages.percent(stopped, stoppable)));
            }
        }
        return groups;
    }

    private List<DrillReport.Loss> losses() {
        List<DrillReport.Loss> losses = new ArrayList<>();
        for (LossCause cause : LossCause.values()) {
            long cash = sum(cases, each -> each.fen(part -> part.cause() == cause && part.outcome() == Outcome.CASH));
            long merchant =
                    sum(cases, each -> each.fen(part -> part.cause() == cause && part.outcome() == Outcome.MERCHANT));
            long still = sum(
                    cases, each -> each.fen(part -> part.cause() == cause && part.outcome() == Outcome.STILL_THERE));
            long all = Math.addExact(cash, Math.addExact(merchant, still));
            if (all > 0) {
                losses.add(new DrillReport.Loss(cause, cash, merchant, still, all));
            }
        }
        losses.sort(Comparator.comparingLong(DrillReport.Loss::sumFen).reversed());
        return losses;
    }

    private static long beforeCall(CaseParts each) {
        return each.fen(ReportCalculator::isBeforeCall);
    }

    private static boolean isBeforeCall(MoneyPart part) {
        return part.cause() == LossCause.BEFORE_CALL;
    }

    private static long sum(List<CaseParts> cases, ToLongFunction<CaseParts> fen) {
        return cases.stream().mapToLong(fen).reduce(0, Math::addExact);
    }
}
