package org.stoppayment.benchmarks.figures;

import java.util.List;
import org.stoppayment.benchmarks.harness.BareWrites;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.ClosedLoop;
import org.stoppayment.benchmarks.harness.Desks;
import org.stoppayment.benchmarks.harness.PanacheIntake;
import org.stoppayment.benchmarks.harness.Reports;
import org.stoppayment.benchmarks.harness.Samples;
import org.stoppayment.cli.suite.ServiceName;

/**
 * What the intake's statement is for: intake alone with the statement, and a prototype of it with entities, both beside the floor of
 * bare Postgres, in turn. All else is the same code: the endpoint, the rules, the outbox relay.
 */
public final class PanacheFigure {

    private static final List<ServiceName> OTHERS =
            List.of(ServiceName.FREEZE, ServiceName.GATEWAY, ServiceName.RECOVERY);

    private PanacheFigure() {}

    public static void measure(Bench bench, Figure figure) throws Exception {
        try (PanacheIntake prototype = new PanacheIntake(bench.suite());
                Desks desks = new Desks(prototype.address(), bench.suite(), new Reports());
                BareWrites bare = new BareWrites(bench.suite().database(), figure.callers())) {
            OTHERS.forEach(bench.suite()::stop);
            ClosedLoop statement = new ClosedLoop(bench.desks(), bench.banks(), ClosedLoop.End.ACCEPTED);
            ClosedLoop entities = new ClosedLoop(desks, bench.banks(), ClosedLoop.End.ACCEPTED);
            statement.run(figure.callers(), figure.warmUpSeconds());
            entities.run(figure.callers(), figure.warmUpSeconds());
            bare.run(Math.max(1, figure.warmUpSeconds() / 4));
            table(bench, figure, bare, statement, entities);
            bench.out()
                    .printf(
                            "  failures: statement %d, entities %d%n",
                            bench.desks().failures(), desks.failures());
        }
        bench.execute("stoppayment_intake", "TRUNCATE outbox");
        List.of(ServiceName.RECOVERY, ServiceName.GATEWAY, ServiceName.FREEZE).forEach(bench.suite()::restart);
    }

    private static void table(Bench bench, Figure figure, BareWrites bare, ClosedLoop statement, ClosedLoop entities)
            throws Exception {
        bench.out()
                .printf(
                        "%ndurable intake by statement and by entities, %d callers%n  %-5s %12s %12s %12s %10s %10s %10s%n",
                        figure.callers(),
                        "round",
                        "floor tx/s",
                        "statement/s",
                        "entities/s",
                        "st/floor",
                        "en/floor",
                        "en/st");
        double[][] ratios = new double[3][figure.rounds()];
        for (int i = 0; i < figure.rounds(); i++) {
            double floor = bare.run(figure.seconds());
            double byStatement =
                    statement.run(figure.callers(), figure.seconds()).perSecond();
            double byEntities = entities.run(figure.callers(), figure.seconds()).perSecond();
            ratios[0][i] = Samples.ratio(byStatement, floor);
            ratios[1][i] = Samples.ratio(byEntities, floor);
            ratios[2][i] = Samples.ratio(byEntities, byStatement);
            bench.out()
                    .printf(
                            "  %-5d %12.0f %12.0f %12.0f %10.3f %10.3f %10.3f%n",
                            i + 1, floor, byStatement, byEntities, ratios[0][i], ratios[1][i], ratios[2][i]);
        }
        bench.out()
                .printf(
                        "  medians: statement %.3f of the floor, entities %.3f, entities %.3f of the statement%n",
                        Samples.median(ratios[0]), Samples.median(ratios[1]), Samples.median(ratios[2]));
    }
}
