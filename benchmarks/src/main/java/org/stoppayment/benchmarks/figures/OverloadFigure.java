package org.stoppayment.benchmarks.figures;

import java.util.Map;
import java.util.Objects;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.ClosedLoop;
import org.stoppayment.benchmarks.harness.OpenLoop;
import org.stoppayment.benchmarks.harness.Reports;

/**
 * More reports than the suite can do: two and five times what it sustains, without retries. What counts is how many accounts it still
 * stops, how long an accepted report takes, and how soon nothing waits after the load has ended: no event, and no order.
 */
public final class OverloadFigure {

    private static final int[] TIMES = {2, 5};
    private static final double AIM = 0.8;
    private static final int SUSTAINED_SECONDS = 60;

    private OverloadFigure() {}

    public static void measure(Bench bench, Figure figure) throws Exception {
        WholeFigure.warmUp(bench, figure);
        Map<String, Long> before = bench.cpuMillis();
        ClosedLoop loop = new ClosedLoop(bench.desks(), bench.banks(), ClosedLoop.End.ANSWERED);
        ClosedLoop.Done done =
                WholeFigure.run(bench, loop, figure.callers(), Math.min(figure.seconds(), SUSTAINED_SECONDS));
        double sustained = done.perSecond();
        double share = shareForSuite(before, bench.cpuMillis(), done.nanos());
        bench.out()
                .printf(
                        "%noverload: sustained %.0f reports/s (%d callers, until booked), %.0f %% of the processors for the suite%n",
                        sustained, figure.callers(), share * 100);
        bench.out()
                .printf(
                        "  %-6s %10s %10s %12s %10s %10s %10s %8s %12s   %s%n",
                        "times",
                        "sent",
                        "accepted",
                        "accepted/s",
                        "stopped/s",
                        "p99 ms",
                        "suite %",
                        "ratio",
                        "recovered s",
                        "refused");
        for (int times : TIMES) {
            measure(bench, figure, times, sustained, share);
        }
        bench.out()
                .printf(
                        "  stopped: reports whose orders were in effect when the load ended; ratio: those to sustained, each for the processor"
                                + " time that the load leaves (aim %.1f)%n",
                        AIM);
    }

    private static void measure(Bench bench, Figure figure, int times, double sustained, double share)
            throws Exception {
        Map<String, Long> before = bench.cpuMillis();
        long stoppedBefore = bench.settled();
        long begin = System.nanoTime();
        OpenLoop.Outcome outcome = OpenLoop.run(bench.desks(), (int) Math.round(times * sustained), figure.seconds());
        long end = System.nanoTime();
        double stopped = (bench.settled() - stoppedBefore) * 1e9 / Reports.ORDERS / (end - begin);
        double left = shareForSuite(before, bench.cpuMillis(), end - begin);
        bench.awaitHandedOver();
        bench.awaitAnswered();
        double recovered = (System.nanoTime() - end) / 1e9;
        double accepted = outcome.accepted() * 1e9 / (end - begin);
        bench.out()
                .printf(
                        "  %-6d %10d %10d %12.0f %10.0f %10.1f %10.0f %8.2f %12.1f   %s%n",
                        times,
                        outcome.sent(),
                        outcome.accepted(),
                        accepted,
                        stopped,
                        outcome.p99Nanos() / 1e6,
                        left * 100,
                        stopped / left / (sustained / share),
                        recovered,
                        outcome.failures());
    }

    /** The part of the processors' time that the load did not use itself. */
    private static double shareForSuite(Map<String, Long> before, Map<String, Long> after, long nanos) {
        long load = Objects.requireNonNull(after.get(Bench.LOAD)) - Objects.requireNonNull(before.get(Bench.LOAD));
        return 1 - load * 1e6 / nanos / Runtime.getRuntime().availableProcessors();
    }
}
