package org.stoppayment.benchmarks.figures;

import java.util.Map;
import org.stoppayment.benchmarks.harness.BareWrites;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.ClosedLoop;
import org.stoppayment.benchmarks.harness.CpuTable;
import org.stoppayment.benchmarks.harness.Samples;

/** A rate beside the floor of bare Postgres: floor, subject, floor, subject, each in turn. */
final class RateFigure {

    /** What is measured. */
    @FunctionalInterface
    interface Subject {

        /** Reports for so many seconds. */
        ClosedLoop.Done run(int callers, int seconds) throws Exception;
    }

    private RateFigure() {}

    /** Prints a line a round and answers with the median of the ratios; the subject has been warmed up. */
    static double measure(Bench bench, Figure figure, String title, Subject subject) throws Exception {
        double[] ratios = new double[figure.rounds()];
        try (BareWrites bare = new BareWrites(bench.suite().database(), figure.callers())) {
            bare.run(Math.max(1, figure.warmUpSeconds() / 4));
            bench.out().printf("%n%s%n", title);
            bench.out()
                    .printf(
                            "  %-5s %12s %12s %8s   %s%n",
                            "round", "reports/s", "floor tx/s", "ratio", "CPU ms/report");
            for (int i = 0; i < figure.rounds(); i++) {
                double floor = bare.run(figure.seconds());
                Map<String, Long> before = bench.cpuMillis();
                ClosedLoop.Done done = subject.run(figure.callers(), figure.seconds());
                ratios[i] = Samples.ratio(done.perSecond(), floor);
                bench.out()
                        .printf(
                                "  %-5d %12.0f %12.0f %8.3f   %s%n",
                                i + 1,
                                done.perSecond(),
                                floor,
                                ratios[i],
                                CpuTable.perReport(before, bench.cpuMillis(), done.reports()));
            }
        }
        return Samples.median(ratios);
    }
}
