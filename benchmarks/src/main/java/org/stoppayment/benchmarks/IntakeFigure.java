package org.stoppayment.benchmarks;

import java.util.List;
import java.util.Map;
import org.stoppayment.cli.suite.ServiceName;

/** Durable intake: intake alone, its events left in the outbox, beside five inserts in one transaction. */
final class IntakeFigure {

    private static final double AIM = 0.5;

    private IntakeFigure() {}

    static void measure(Bench bench, Figure figure) throws Exception {
        List.of(ServiceName.FREEZE, ServiceName.GATEWAY, ServiceName.RECOVERY).forEach(bench.suite()::stop);
        ClosedLoop loop = new ClosedLoop(bench.desks(), bench.banks(), ClosedLoop.End.ACCEPTED);
        double[] ratios = new double[figure.rounds()];
        try (BareWrites bare = new BareWrites(bench.suite().database(), figure.callers())) {
            loop.run(figure.callers(), figure.warmUpSeconds());
            bare.run(Math.max(1, figure.warmUpSeconds() / 4));
            bench.out().printf("%ndurable intake, %d callers (events stay in the outbox)%n", figure.callers());
            bench.out()
                    .printf(
                            "  %-5s %12s %12s %8s   %s%n",
                            "round", "reports/s", "floor tx/s", "ratio", "CPU ms/report");
            for (int i = 0; i < figure.rounds(); i++) {
                double floor = bare.run(figure.seconds());
                Map<String, Long> before = bench.cpuMillis();
                ClosedLoop.Done done = loop.run(figure.callers(), figure.seconds());
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
                        "  median ratio %.3f (aim %.2f), failures %d%n",
                        Samples.median(ratios), AIM, bench.desks().failures());
        bench.execute("stoppayment_intake", "TRUNCATE outbox");
        List.of(ServiceName.RECOVERY, ServiceName.GATEWAY, ServiceName.FREEZE).forEach(bench.suite()::restart);
    }
}
