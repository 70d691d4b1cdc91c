package org.stoppayment.benchmarks.figures;

import java.io.PrintStream;
import java.nio.file.Path;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.Samples;

/**
 * From the call to the arrival of the last order in a suite that has just become ready: the first report, and reports at a rate from the
 * first second. A suite that has been warm for a while is measured first, which also warms this process.
 */
public final class ColdFigure {

    private static final int A_SECOND = 60;
    private static final int UNHURRIED = 10;
    private static final double AIM = 3;

    private ColdFigure() {}

    public static void measure(Path home, Path directory, PrintStream out, Figure figure) throws Exception {
        double warm = warmMillis(home, directory, out, figure);
        out.printf(
                "%ncold: call to arrival of the last order; warm p50 %.1f ms at %d reports/s (aim: the first in %.0f of it)%n",
                warm, UNHURRIED, AIM);
        out.printf(
                "  %-6s %10s %8s   %s%n",
                "round",
                "first ms",
                "ratio",
                A_SECOND + " reports/s from the first second, for " + figure.seconds() + " s");
        for (int round = 1; round <= figure.rounds(); round++) {
            double first = firstMillis(home, directory, out);
            out.printf(
                    "  %-6d %10.1f %8.1f   %s%n",
                    round, first, Samples.ratio(first, warm), loaded(home, directory, out, figure));
        }
    }

    private static double warmMillis(Path home, Path directory, PrintStream out, Figure figure) throws Exception {
        try (Bench bench = new Bench(home, directory, out)) {
            WholeFigure.warmUp(bench, figure);
            long[] times = OrderFigure.times(bench, UNHURRIED * figure.seconds(), UNHURRIED);
            return Samples.percentile(times, 50) / 1e6;
        }
    }

    private static double firstMillis(Path home, Path directory, PrintStream out) throws Exception {
        try (Bench bench = new Bench(home, directory, out)) {
            return OrderFigure.times(bench, 1, 1)[0] / 1e6;
        }
    }

    private static String loaded(Path home, Path directory, PrintStream out, Figure figure) throws Exception {
        try (Bench bench = new Bench(home, directory, out)) {
            int count = A_SECOND * figure.seconds();
            long[] times = OrderFigure.times(bench, count, A_SECOND);
            return "%d of %d arrived, %d refused, p50 %.1f ms, p99 %.1f ms, inquiries after doubt %d"
                    .formatted(
                            times.length,
                            count,
                            bench.desks().failures(),
                            Samples.percentile(times, 50) / 1e6,
                            Samples.percentile(times, 99) / 1e6,
                            bench.banks().others());
        }
    }
}
