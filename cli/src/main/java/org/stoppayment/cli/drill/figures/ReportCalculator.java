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
import org.stoppayment.cli.client.SimulatedWorld;
import org.stoppayment.cli.drill.accounting.CaseResult;
import org.stoppayment.cli.drill.accounting.LossCause;
import org.stoppayment.cli.drill.accounting.MoneyAccounting;
import org.stoppayment.cli.drill.accounting.MoneyPart;
import org.stoppayment.cli.drill.accounting.MoneyPart.Fate;
import org.stoppayment.cli.drill.plan.DrillOptions;
import org.stoppayment.cli.drill.plan.Ring;
import org.stoppayment.cli.suite.Rules;

/** Works the report out of the cases. Pure. */
public final class ReportCalculator {

    /** Where the groups of mule delays begin. */
    private static final long[] DELAYS_MILLIS = {0, 2_000, 5_000, 10_000, 20_000, 40_000, 60_000, 120_000, 300_000};

    private final List<Counted> cases;

    /** A case and its pieces. */
    private record Counted(CaseResult facts, List<MoneyPart> pieces) {

        long fen(Predicate<MoneyPart> which) {
            return ReportCalculator.fen(pieces, which);
        }
    }

    private ReportCalculator(List<Counted> cases) {
        this.cases = cases;
    }

    /** The report of a drill by those rules, that began and ended then, at most so far behind its rate. */
    public static DrillReport of(
            DrillOptions options,
            Rules rules,
            List<CaseResult> facts,
            Instant startedAt,
            Instant endedAt,
            long latestSentMillis) {
        ReportCalculator figures = new ReportCalculator(facts.stream()
                .map(each -> new Counted(each, MoneyAccounting.of(each, rules)))
                .toList());
        return new DrillReport(
                DrillReport.Options.of(options),
                startedAt.truncatedTo(ChronoUnit.MILLIS),
                Duration.between(startedAt, endedAt).toSeconds(),
                figures.cases(latestSentMillis),
                figures.money(),
                figures.levels(),
                figures.muleDelays(),
                figures.losses(),
                RaceTimeline.of(
                        facts, figures.cases.stream().map(Counted::pieces).toList()));
    }

    private DrillReport.Cases cases(long latestSentMillis) {
        List<Long> accepted = cases.stream()
                .flatMap(each -> each.facts().acceptedMillis().stream())
                .toList();
        return new DrillReport.Cases(
                cases.size(),
                accepted.size(),
                count(each -> each.facts().over()),
                Percentages.percentile(accepted, 50).orElse(null),
                Percentages.percentile(accepted, 99).orElse(null),
                latestSentMillis);
    }

    private int count(Predicate<Counted> which) {
        return Math.toIntExact(cases.stream().filter(which).count());
    }

    private DrillReport.Money money() {
        long reported = sum(cases, each -> each.facts().ring().reportedFen());
        long before = sum(cases, ReportCalculator::beforeCall);
        long stopped = sum(cases, each -> each.fen(piece -> piece.fate() == Fate.STOPPED));
        long stoppable = Math.subtractExact(reported, before);
        return new DrillReport.Money(
                reported,
                before,
                stoppable,
                stopped,
                Percentages.percent(stopped, stoppable),
                Percentages.percent(stopped, reported),
                sum(cases, each -> each.fen(piece -> piece.fate() == Fate.CASH)),
                sum(cases, each -> each.fen(piece -> piece.fate() == Fate.MERCHANT)),
                sum(cases, each -> each.fen(piece -> piece.fate() == Fate.STILL_THERE)),
                sum(cases, each -> each.facts().progress().getTaintedHeldFen()));
    }

    private List<DrillReport.Level> levels() {
        int deepest = cases.stream()
                .flatMap(each -> each.facts().ring().mules().stream())
                .mapToInt(Ring.Mule::level)
                .max()
                .orElse(0);
        return IntStream.rangeClosed(1, deepest)
                .mapToObj(this::level)
                .filter(level -> level.accounts() > 0)
                .toList();
    }

    private DrillReport.Level level(int level) {
        int accounts = 0;
        long received = 0;
        long onward = 0;
        List<Long> stops = new ArrayList<>();
        List<MoneyPart> pieces = new ArrayList<>();
        for (Counted each : cases) {
            CaseResult facts = each.facts();
            each.pieces().stream().filter(piece -> piece.level() == level).forEach(pieces::add);
            for (int mule = 0; mule < facts.ring().mules().size(); mule++) {
                if (facts.ring().mules().get(mule).level() == level && facts.receivedFen(mule) > 0) {
                    accounts++;
                    received = Math.addExact(received, facts.receivedFen(mule));
                    onward = Math.addExact(onward, onwardFen(facts.books(mule)));
                    stopMillis(facts, mule).ifPresent(stops::add);
                }
            }
        }
        long stopped = fen(pieces, piece -> piece.fate() == Fate.STOPPED);
        long before = fen(pieces, ReportCalculator::isBeforeCall);
        return new DrillReport.Level(
                level,
                accounts,
                stops.size(),
                received,
                onward,
                stopped,
                before,
                fen(pieces, piece -> piece.fate() == Fate.CASH && !isBeforeCall(piece)),
                fen(pieces, piece -> piece.fate() == Fate.MERCHANT && !isBeforeCall(piece)),
                fen(pieces, piece -> piece.fate() == Fate.STILL_THERE),
                Percentages.percent(stopped, received - onward - before),
                Percentages.percentile(stops, 50).orElse(null),
                Percentages.percentile(stops, 95).orElse(null),
                Percentages.percentile(stops, 99).orElse(null));
    }

    private static Optional<Long> stopMillis(CaseResult facts, int mule) {
        return facts.books(mule).stops().stream().findFirst().map(stop -> facts.millis(stop.stoppedAt()));
    }

    private static long onwardFen(SimulatedWorld.Account books) {
        return books.outflows().stream()
                .filter(outflow -> outflow.kind().equals("TRANSFER"))
                .mapToLong(SimulatedWorld.Outflow::amountFen)
                .reduce(0, Math::addExact);
    }

    private List<DrillReport.MuleDelay> muleDelays() {
        List<DrillReport.MuleDelay> groups = new ArrayList<>();
        for (int i = 0; i < DELAYS_MILLIS.length; i++) {
            long from = DELAYS_MILLIS[i];
            @Nullable Long below = i + 1 < DELAYS_MILLIS.length ? (Long) DELAYS_MILLIS[i + 1] : null;
            List<Counted> group = cases.stream()
                    .filter(each -> each.facts().ring().paceMillis() >= from
                            && (below == null || each.facts().ring().paceMillis() < below))
                    .toList();
            if (!group.isEmpty()) {
                long reported = sum(group, each -> each.facts().ring().reportedFen());
                long stoppable = Math.subtractExact(reported, sum(group, ReportCalculator::beforeCall));
                long stopped = sum(group, each -> each.fen(piece -> piece.fate() == Fate.STOPPED));
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
            long cash = sum(cases, each -> each.fen(piece -> piece.cause() == cause && piece.fate() == Fate.CASH));
            long merchant =
                    sum(cases, each -> each.fen(piece -> piece.cause() == cause && piece.fate() == Fate.MERCHANT));
            long still =
                    sum(cases, each -> each.fen(piece -> piece.cause() == cause && piece.fate() == Fate.STILL_THERE));
            long all = Math.addExact(cash, Math.addExact(merchant, still));
            if (all > 0) {
                losses.add(new DrillReport.Loss(cause, cash, merchant, still, all));
            }
        }
        losses.sort(Comparator.comparingLong(DrillReport.Loss::sumFen).reversed());
        return losses;
    }

    private static long beforeCall(Counted each) {
        return each.fen(ReportCalculator::isBeforeCall);
    }

    private static boolean isBeforeCall(MoneyPart piece) {
        return piece.cause() == LossCause.BEFORE_CALL;
    }

    private static long fen(List<MoneyPart> pieces, Predicate<MoneyPart> which) {
        return pieces.stream().filter(which).mapToLong(MoneyPart::fen).reduce(0, Math::addExact);
    }

    private static long sum(List<Counted> cases, ToLongFunction<Counted> what) {
        return cases.stream().mapToLong(what).reduce(0, Math::addExact);
    }
}
