package org.stoppayment.benchmarks;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** From the call to the arrival of the last of three orders, at 50 reports a second, beside two commits and three hops. */
final class DoorFigure {

    private static final int A_SECOND = 50;
    private static final int AIM = 4;
    private static final int[] PERCENTILES = {50, 99};

    private DoorFigure() {}

    static void measure(Bench bench, Figure figure) throws Exception {
        WholeFigure.warmUp(bench, figure);
        suite(bench, figure.seconds());
        floor(bench, figure.seconds());
        bench.out().printf("%ncall to last order at the institution's door, %d reports/s%n", A_SECOND);
        bench.out()
                .printf(
                        "  %-5s %12s %12s %8s %12s %12s %8s%n",
                        "round", "p50 ms", "floor p50", "floors", "p99 ms", "floor p99", "floors");
        double[][] ratios = new double[PERCENTILES.length][figure.rounds()];
        for (int i = 0; i < figure.rounds(); i++) {
            long[] floor = floor(bench, figure.seconds());
            long[] subject = suite(bench, figure.seconds());
            StringBuilder line = new StringBuilder("  %-5d".formatted(i + 1));
            for (int p = 0; p < PERCENTILES.length; p++) {
                long own = Samples.percentile(subject, PERCENTILES[p]);
                long bare = Samples.percentile(floor, PERCENTILES[p]);
                ratios[p][i] = Samples.ratio(own, bare);
                line.append(" %12.2f %12.2f %8.2f".formatted(own / 1e6, bare / 1e6, ratios[p][i]));
            }
            bench.out().println(line);
        }
        bench.out()
                .printf(
                        "  median: p50 %.2f floors, p99 %.2f floors (aim %d), failures %d%n",
                        Samples.median(ratios[0]),
                        Samples.median(ratios[1]),
                        AIM,
                        bench.desks().failures());
    }

    private static long[] suite(Bench bench, int seconds) throws InterruptedException {
        int count = A_SECOND * seconds;
        Reports.Report[] reports = new Reports.Report[count];
        for (int i = 0; i < count; i++) {
            reports[i] = bench.desks().reports().next();
        }
        long first = reports[0].number();
        AtomicLongArray begun = new AtomicLongArray(count);
        AtomicLongArray taken = new AtomicLongArray(count);
        AtomicIntegerArray missing = new AtomicIntegerArray(count);
        CountDownLatch all = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            missing.set(i, Reports.ORDERS);
        }
        bench.banks().listen((number, nanoTime) -> {
            int i = Math.toIntExact(number - first);
            if (i >= 0 && i < count && missing.decrementAndGet(i) == 0) {
                taken.set(i, nanoTime - begun.get(i));
                all.countDown();
            }
        });
        pace(count, i -> {
            begun.set(i, System.nanoTime());
            bench.desks().report(reports[i], number -> {}, () -> {});
        });
        return taken(all, taken, bench);
    }

    private static long[] floor(Bench bench, int seconds) throws Exception {
        int count = A_SECOND * seconds;
        AtomicLongArray begun = new AtomicLongArray(count);
        AtomicLongArray taken = new AtomicLongArray(count);
        CountDownLatch all = new CountDownLatch(count);
        try (BareHops hops = new BareHops(bench.suite().database(), (i, nanoTime) -> {
            taken.set(i, nanoTime - begun.get(i));
            all.countDown();
        })) {
            pace(count, i -> {
                begun.set(i, System.nanoTime());
                hops.send(i);
            });
            return taken(all, taken, bench);
        }
    }

    private static long[] taken(CountDownLatch all, AtomicLongArray taken, Bench bench) throws InterruptedException {
        if (!all.await(60, TimeUnit.SECONDS)) {
            bench.out().printf("  %d never arrived%n", all.getCount());
        }
        bench.banks().listen(BankStub.Listener.NONE);
        long[] samples = new long[taken.length()];
        Arrays.setAll(samples, taken::get);
        return Arrays.stream(samples).filter(sample -> sample > 0).toArray();
    }

    /** Evenly, whether the one before has ended or not. */
    private static void pace(int count, IntConsumer send) {
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long at = begin + i * (1_000_000_000L / A_SECOND);
            for (long wait = at - System.nanoTime(); wait > 0; wait = at - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            send.accept(i);
        }
    }
}
