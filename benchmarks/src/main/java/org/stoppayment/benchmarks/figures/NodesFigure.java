package org.stoppayment.benchmarks.figures;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.CpuTable;
import org.stoppayment.benchmarks.harness.Ring;
import org.stoppayment.benchmarks.harness.Traffic;

/** Traces of 100, 1,000 and 10,000 accounts: that they end, and what an account costs in each. */
public final class NodesFigure {

    private static final int[] SIZES = {100, 1_000, 10_000};

    /** Transfers that each account makes. */
    private static final int WIDTH = 10;

    /** Small traces are played one after the other until so many accounts have been reached. */
    private static final int MIN_ACCOUNTS = 2_000;

    private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);

    private NodesFigure() {}

    public static void measure(Bench bench, Figure figure) throws Exception {
        WholeFigure.warmUp(bench, figure);
        play(bench, MIN_ACCOUNTS / SIZES[1], SIZES[1]);
        Traffic traffic = new Traffic(bench.suite().database());
        bench.out()
                .printf("%ntraces by size, each account paying %d others; all of an account's orders at once%n", WIDTH);
        bench.out()
                .printf(
                        "  %-9s %7s %10s %12s %16s %13s   %s%n",
                        "accounts",
                        "traces",
                        "s a trace",
                        "ms/account",
                        "statements/acc.",
                        "commits/acc.",
                        "CPU ms/account");
        for (int size : SIZES) {
            int traces = Math.max(1, MIN_ACCOUNTS / size);
            long accounts = (long) traces * size;
            double[] seconds = new double[1];
            Map<String, Long> before = bench.cpuMillis();
            String[] cpu = new String[1];
            Traffic.Asked asked = traffic.of(() -> {
                seconds[0] = play(bench, traces, size);
                cpu[0] = CpuTable.perReport(before, bench.cpuMillis(), accounts);
            });
            bench.out()
                    .printf(
                            "  %-9d %7d %10.2f %12.2f %16.2f %13.2f   %s%n",
                            size,
                            traces,
                            seconds[0] / traces,
                            seconds[0] * 1_000 / accounts,
                            asked.statements() / accounts,
                            asked.commits() / accounts,
                            cpu[0]);
        }
        bench.out()
                .printf(
                        "  failures %d, inquiries %d%n",
                        bench.desks().failures(), bench.banks().others());
    }

    /** So many traces, one after the other, to the last booking; in seconds. */
    private static double play(Bench bench, int traces, int size) throws InterruptedException {
        long begin = System.nanoTime();
        for (int i = 0; i < traces; i++) {
            Ring ring = Ring.tree(bench.desks().reports(), size, WIDTH);
            bench.banks().know(ring);
            long settled = bench.settled();
            bench.desks().report(ring.report(), number -> {}, () -> {});
            if (!ring.awaitStopped(LONGEST)) {
                throw new IllegalStateException("stopped: all but " + ring.missing() + " (expected: all)");
            }
            bench.awaitFollowed(settled + size);
            bench.awaitHandedOver();
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
