package org.stoppayment.benchmarks.harness;

import java.util.Arrays;

/** The arithmetic of the figures. */
public final class Samples {

    private Samples() {}

    /** The smallest sample that at least {@code percent} of all do not exceed (nearest rank). */
    public static long percentile(long[] samples, int percent) {
        if (samples.length == 0 || percent < 1 || percent > 100) {
            throw new IllegalArgumentException(
                    "percentile " + percent + " of " + samples.length + " samples (expected: 1..100 of one or more)");
        }
        long[] sorted = samples.clone();
        Arrays.sort(sorted);
        int rank = Math.toIntExact((percent * (long) sorted.length + 99) / 100);
        return sorted[rank - 1];
    }

    /** The middle one; of an even number, the mean of the two in the middle. */
    public static double median(double[] samples) {
        if (samples.length == 0) {
            throw new IllegalArgumentException("median of no samples (expected: one or more)");
        }
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** How often {@code floor} goes into {@code subject}; a floor of nothing measures nothing. */
    public static double ratio(double subject, double floor) {
        if (floor <= 0) {
            throw new IllegalArgumentException("floor: " + floor + " (expected: more than nothing)");
        }
        return subject / floor;
    }

    /** So many in so long. */
    static double perSecond(long count, long nanos) {
        return ratio(count * 1e9, nanos);
    }
}
