package org.stoppayment.benchmarks.figures;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.Mule;
import org.stoppayment.benchmarks.harness.Ring;
import org.stoppayment.benchmarks.harness.Samples;

/**
 * Ten levels and 25 accounts, whose institutions take 20 to 80 ms each: from the call to the last stop, beside what the
 * institutions take by themselves on the longest way from the first account to a last one. One case after another.
 */
public final class LevelsFigure {

    /** Accounts on each level. */
    private static final int[] WIDTHS = {1, 2, 2, 3, 3, 3, 3, 3, 3, 2};

    private static final int MIN_MILLIS = 20;
    private static final int MAX_MILLIS = 80;
    private static final double AIM = 1.5;
    private static final int MIN_CASES = 10;
    private static final long SEED = 7;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);

    private LevelsFigure() {}

    public static void measure(Bench bench, Figure figure) throws Exception {
        WholeFigure.warmUp(bench, figure);
        Random random = new Random(SEED);
        int cases = Math.max(MIN_CASES, figure.seconds());
        for (int i = 0; i < cases; i++) {
            play(bench, random);
        }
        bench.out()
                .printf(
                        "%nten levels, 25 accounts, institutions at %d to %d ms (seed %d), %d cases a round%n",
                        MIN_MILLIS, MAX_MILLIS, SEED, cases);
        bench.out()
                .printf("  %-5s %14s %14s %10s %10s%n", "round", "last stop ms", "their own ms", "ratio p50", "worst");
        double[] medians = new double[figure.rounds()];
        for (int round = 0; round < figure.rounds(); round++) {
            double[] ratios = new double[cases];
            double[] taken = new double[cases];
            double[] own = new double[cases];
            for (int i = 0; i < cases; i++) {
                Played played = play(bench, random);
                taken[i] = played.millis();
                own[i] = played.longestPathMillis();
                ratios[i] = Samples.ratio(taken[i], own[i]);
            }
            medians[round] = Samples.median(ratios);
            bench.out()
                    .printf(
                            "  %-5d %14.0f %14.0f %10.2f %10.2f%n",
                            round + 1,
                            Samples.median(taken),
                            Samples.median(own),
                            medians[round],
                            Arrays.stream(ratios).max().orElseThrow());
        }
        bench.out().printf("  median %.2f of their own time (aim %.1f)%n", Samples.median(medians), AIM);
    }

    private record Played(double millis, long longestPathMillis) {}

    private static Played play(Bench bench, Random random) throws InterruptedException {
        Ring ring = new Ring(
                bench.desks().reports(), payers(random), i -> MIN_MILLIS + random.nextInt(MAX_MILLIS - MIN_MILLIS + 1));
        bench.banks().know(ring);
        long begin = System.nanoTime();
        bench.desks().report(ring.report(), number -> {}, () -> {});
        if (!ring.awaitStopped(LONGEST)) {
            throw new IllegalStateException("stopped: all but " + ring.missing() + " (expected: all)");
        }
        long longest = ring.mules().stream().mapToLong(Mule::pathMillis).max().orElseThrow();
        return new Played((ring.lastAnswered() - begin) / 1e6, longest);
    }

    /** Each account is paid by one of the level before it. */
    private static int[] payers(Random random) {
        int[] payers = new int[Arrays.stream(WIDTHS).sum()];
        int first = 1;
        int before = 0;
        for (int level = 1; level < WIDTHS.length; level++) {
            for (int i = 0; i < WIDTHS[level]; i++) {
                payers[first + i] = before + random.nextInt(WIDTHS[level - 1]);
            }
            before = first;
            first += WIDTHS[level];
        }
        return payers;
    }
}
