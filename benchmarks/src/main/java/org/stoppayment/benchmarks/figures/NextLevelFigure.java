package org.stoppayment.benchmarks.figures;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.FloorsTable;
import org.stoppayment.benchmarks.harness.Mule;
import org.stoppayment.benchmarks.harness.Ring;

/**
 * From a feedback that tells of three transfers to the arrival of the last of the three orders that follow, at 50 such reports a
 * second, beside two commits and three hops. The feedback's own commit is in it, and the four hops from bank to bank.
 */
public final class NextLevelFigure {

    private static final int A_SECOND = 50;
    private static final int TRANSFERS = 3;
    private static final int LONGEST_SECONDS = 60;

    private NextLevelFigure() {}

    public static void measure(Bench bench, Figure figure) throws Exception {
        WholeFigure.warmUp(bench, figure);
        times(bench, A_SECOND * figure.warmUpSeconds()); // following money is work of its own
        FloorsTable.measure(
                bench,
                figure,
                "feedback to arrival of the next level's last order, %d reports/s".formatted(A_SECOND),
                A_SECOND,
                count -> times(bench, count));
    }

    private static long[] times(Bench bench, int count) throws InterruptedException {
        Ring[] rings = new Ring[count];
        for (int i = 0; i < count; i++) {
            rings[i] = Ring.fan(bench.desks().reports(), TRANSFERS);
            bench.banks().know(rings[i]);
        }
        FloorsTable.pace(count, A_SECOND, i -> bench.desks().report(rings[i].report(), number -> {}, () -> {}));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        long[] times = new long[count];
        int known = 0;
        for (Ring ring : rings) {
            if (ring.awaitStopped(end - System.nanoTime())) {
                times[known++] = onward(ring.mules());
            }
        }
        if (known < count) {
            bench.out().printf("  %d never arrived%n", count - known);
        }
        return Arrays.copyOf(times, known);
    }

    private static long onward(List<Mule> ring) {
        long last = ring.stream().mapToLong(Mule::arrived).max().orElseThrow();
        return last - ring.get(0).answered();
    }
}
