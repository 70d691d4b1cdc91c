package org.stoppayment.benchmarks.figures;

import java.util.List;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.ClosedLoop;
import org.stoppayment.cli.suite.ServiceName;

/** Durable intake: intake alone, its events left in the outbox, beside five inserts in one transaction. */
public final class IntakeFigure {

    private static final double AIM = 0.5;

    private IntakeFigure() {}

    public static void measure(Bench bench, Figure figure) throws Exception {
        List.of(ServiceName.FREEZE, ServiceName.GATEWAY, ServiceName.RECOVERY).forEach(bench.suite()::stop);
        ClosedLoop loop = new ClosedLoop(bench.desks(), bench.banks(), ClosedLoop.End.ACCEPTED);
        loop.run(figure.callers(), figure.warmUpSeconds());
        double ratio = RateFigure.measure(
                bench,
                figure,
                "durable intake, " + figure.callers() + " callers (events stay in the outbox)",
                loop::run);
        bench.out()
                .printf(
                        "  median ratio %.3f (aim %.2f), failures %d%n",
                        ratio, AIM, bench.desks().failures());
        bench.execute("stoppayment_intake", "TRUNCATE outbox");
        List.of(ServiceName.RECOVERY, ServiceName.GATEWAY, ServiceName.FREEZE).forEach(bench.suite()::restart);
    }
}
