package org.stoppayment.benchmarks;

import java.util.Map;

/** The whole job: reports whose three orders are answered, settled in freeze and booked in recovery. */
final class WholeFigure {

    private static final double AIM = 0.09;

    private WholeFigure() {}

    static void measure(Bench bench, Figure figure) throws Exception {
        ClosedLoop loop = new ClosedLoop(bench.desks(), bench.banks(), ClosedLoop.End.ANSWERED);
        double[] ratios = new double[figure.rounds()];
        try (BareWrites bare = new BareWrites(bench.suite().database(), figure.callers())) {
            warmUp(bench, figure);
            bare.run(Math.max(1, figure.warmUpSeconds() / 4));
            bench.out()
                    .printf(
                            "%nthe whole job, %d callers (each waits for the answers to its orders)%n",
                            figure.callers());
            bench.out()
                    .printf(
                            "  %-5s %12s %12s %8s   %s%n",
                            "round", "reports/s", "floor tx/s", "ratio", "CPU ms/report");
            for (int i = 0; i < figure.rounds(); i++) {
                double floor = bare.run(figure.seconds());
                Map<String, Long> before = bench.cpuMillis();
                ClosedLoop.Done done = run(bench, loop, figure.callers(), figure.seconds());
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
        bench.out()
                .printf(
                        "  median ratio %.3f (aim %.2f), failures %d, inquiries %d%n",
                        Samples.median(ratios),
                        AIM,
                        bench.desks().failures(),
                        bench.banks().others());
    }

    /** A cold suite first hears single reports, as it would in life: a burst would only measure time-outs. */
    static void warmUp(Bench bench, Figure figure) throws Exception {
        ClosedLoop loop = new ClosedLoop(bench.desks(), bench.banks(), ClosedLoop.End.ANSWERED);
        run(bench, loop, 1, Math.max(2, figure.warmUpSeconds() / 10));
        run(bench, loop, figure.callers(), figure.warmUpSeconds());
    }

    /** Reports, and then waits until the last of it is booked; that is part of the time. */
    static ClosedLoop.Done run(Bench bench, ClosedLoop loop, int callers, int seconds) throws Exception {
        long before = bench.booked();
        long begin = System.nanoTime();
        ClosedLoop.Done done = loop.run(callers, seconds);
        bench.awaitBooked(before + Reports.ORDERS * done.reports());
        return new ClosedLoop.Done(done.reports(), System.nanoTime() - begin);
    }
}
