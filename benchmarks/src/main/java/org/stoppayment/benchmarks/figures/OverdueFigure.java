package org.stoppayment.benchmarks.figures;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.stoppayment.benchmarks.harness.BareWrites;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.CpuTable;
import org.stoppayment.benchmarks.harness.Reports;
import org.stoppayment.benchmarks.harness.Samples;

/** 10,000 stops whose term is over at one moment: until all have lapsed, and until that is booked; beside bare Postgres. */
public final class OverdueFigure {

    private static final int OVERDUE = 10_000;
    private static final int AT_ONCE = 200;

    /** As if nobody had looked for an hour: their 48 hours began 49 hours ago. */
    private static final String AGE = """
            UPDATE stop_order SET stopped_at = now() - interval '49 hours', expires_at = now() - interval '1 hour',
                                  due_at = now() - interval '1 hour', warn_at = NULL
            WHERE application_id IN (SELECT application_id FROM stop_order WHERE state = 'IN_EFFECT' LIMIT %d)
            """.formatted(OVERDUE);

    private static final String IN_EFFECT = "SELECT count(*) FROM stop_order WHERE state = 'IN_EFFECT'";

    private static final String LAPSED = "SELECT count(*) FROM stop_order WHERE state = 'LAPSED'";

    private OverdueFigure() {}

    public static void measure(Bench bench, Figure figure) throws Exception {
        WholeFigure.warmUp(bench, figure);
        bench.out().printf("%n%d stops that are all overdue at once%n", OVERDUE);
        bench.out()
                .printf(
                        "  %-5s %12s %12s %10s %12s %8s   %s%n",
                        "round", "lapsed s", "booked s", "stops/s", "floor tx/s", "ratio", "CPU ms/stop");
        try (BareWrites bare = new BareWrites(bench.suite().database(), figure.callers())) {
            for (int round = 1; round <= figure.rounds(); round++) {
                double floor = bare.run(figure.seconds());
                stop(bench);
                long lapsed = bench.number("stoppayment_freeze", LAPSED);
                Map<String, Long> before = bench.cpuMillis();
                bench.execute("stoppayment_freeze", AGE);
                long begin = System.nanoTime();
                bench.await("lapsed", () -> bench.number("stoppayment_freeze", LAPSED) - lapsed, OVERDUE);
                double seconds = (System.nanoTime() - begin) / 1e9;
                bench.awaitHandedOver();
                double booked = (System.nanoTime() - begin) / 1e9;
                double rate = OVERDUE / booked;
                bench.out()
                        .printf(
                                "  %-5d %12.2f %12.2f %10.0f %12.0f %8.3f   %s%n",
                                round,
                                seconds,
                                booked,
                                rate,
                                floor,
                                Samples.ratio(rate, floor),
                                CpuTable.perReport(before, bench.cpuMillis(), OVERDUE));
            }
        }
    }

    /** Reports until there are so many stops. */
    private static void stop(Bench bench) throws InterruptedException {
        long inEffect = bench.number("stoppayment_freeze", IN_EFFECT);
        for (long missing = OVERDUE - inEffect; missing > 0; missing -= (long) AT_ONCE * Reports.ORDERS) {
            CountDownLatch accepted = new CountDownLatch(AT_ONCE);
            for (int i = 0; i < AT_ONCE; i++) {
                bench.desks()
                        .report(bench.desks().reports().next(), number -> accepted.countDown(), accepted::countDown);
            }
            if (!accepted.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("not answered: " + accepted.getCount() + " reports (expected: none)");
            }
        }
        bench.await("settled", () -> bench.number("stoppayment_freeze", IN_EFFECT), OVERDUE);
        bench.awaitHandedOver();
    }
}
