package org.stoppayment.benchmarks.harness;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.stoppayment.benchmarks.figures.Figure;

/** Times of messages that are sent evenly, percentile by percentile beside two commits and three hops in the same run. */
public final class FloorsTable {

    private static final int AIM = 4;
    private static final int[] PERCENTILES = {50, 99};

    /** What is measured. */
    @FunctionalInterface
    public interface Subject {

        /** The nanoseconds that each of so many messages took, those that never arrived left out. */
        long[] times(int count) throws Exception;
    }

    private FloorsTable() {}

    /** Prints a line a round, and the medians; the subject is asked once before, for nothing but its warmth. */
    public static void measure(Bench bench, Figure figure, String title, int aSecond, Subject subject)
            throws Exception {
        int count = aSecond * figure.seconds();
        subject.times(count);
        floor(bench, count, aSecond);
        bench.out().printf("%n%s%n", title);
        bench.out()
                .printf(
                        "  %-5s %12s %12s %8s %12s %12s %8s%n",
                        "round", "p50 ms", "floor p50", "floors", "p99 ms", "floor p99", "floors");
        double[][] ratios = new double[PERCENTILES.length][figure.rounds()];
        for (int i = 0; i < figure.rounds(); i++) {
            long[] floor = floor(bench, count, aSecond);
            long[] times = subject.times(count);
            StringBuilder line = new StringBuilder("  %-5d".formatted(i + 1));
            for (int p = 0; p < PERCENTILES.length; p++) {
                long own = Samples.percentile(times, PERCENTILES[p]);
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

    private static long[] floor(Bench bench, int count, int aSecond) throws Exception {
        AtomicLongArray begun = new AtomicLongArray(count);
        AtomicLongArray taken = new AtomicLongArray(count);
        CountDownLatch all = new CountDownLatch(count);
        try (BareHops hops = new BareHops(bench.suite().database(), (i, nanoTime) -> {
            taken.set(i, nanoTime - begun.get(i));
            all.countDown();
        })) {
            pace(count, aSecond, i -> {
                begun.set(i, System.nanoTime());
                hops.send(i);
            });
            return arrived(all, taken, bench);
        }
    }

    /** The times that are known once all have arrived. */
    public static long[] arrived(CountDownLatch all, AtomicLongArray taken, Bench bench) throws InterruptedException {
        if (!all.await(60, TimeUnit.SECONDS)) {
            bench.out().printf("  %d never arrived%n", all.getCount());
        }
        long[] samples = new long[taken.length()];
        Arrays.setAll(samples, taken::get);
        return Arrays.stream(samples).filter(sample -> sample > 0).toArray();
    }

    /** Evenly, whether the one before has ended or not. */
    public static void pace(int count, int aSecond, IntConsumer send) {
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long at = begin + i * (1_000_000_000L / aSecond);
            for (long wait = at - System.nanoTime(); wait > 0; wait = at - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            send.accept(i);
        }
    }
}
