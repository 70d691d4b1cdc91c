package org.stoppayment.recovery.shared.domain;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Divides a sum in proportion to weights, to the fen: each part is rounded down, and the fen that are left over go to the parts with the
 * largest remainders; among equal remainders to the earlier part.
 */
public final class Apportionment {

    private Apportionment() {}

    /**
     * The parts of {@code sum}; they add up to it.
     *
     * @param sum in fen, not negative
     * @param weights not negative, and at least one above zero unless {@code sum} is zero
     * @throws ArithmeticException when the weights add up to more than a {@code long} holds
     */
    public static long[] divide(long sum, long[] weights) {
        long total = 0;
        for (long weight : weights) {
            total = Math.addExact(total, weight);
        }
        long[] parts = new long[weights.length];
        if (sum == 0) {
            return parts;
        }
        if (sum < 0 || total <= 0) {
            throw new IllegalArgumentException("sum: " + sum + " of weights " + total + " (expected: both above 0)");
        }
        if (sum == total) {
            return weights.clone();
        }
        long[] remainders = new long[weights.length];
        long left = sum;
        for (int i = 0; i < weights.length; i++) {
            divide(sum, weights[i], total, i, parts, remainders);
            left -= parts[i];
        }
        addLeftOver((int) left, parts, remainders); // fewer than there are parts
        return parts;
    }

    private static void divide(long sum, long weight, long total, int i, long[] parts, long[] remainders) {
        if (Math.multiplyHigh(sum, weight) == 0 && sum * weight >= 0) {
            long product = sum * weight;
            parts[i] = product / total;
            remainders[i] = product % total;
            return;
        }
        BigInteger[] exact = BigInteger.valueOf(sum)
                .multiply(BigInteger.valueOf(weight))
                .divideAndRemainder(BigInteger.valueOf(total));
        parts[i] = exact[0].longValueExact();
        remainders[i] = exact[1].longValueExact();
    }

    private static void addLeftOver(int left, long[] parts, long[] remainders) {
        if (left == 0) {
            return;
        }
        long[] sorted = remainders.clone();
        Arrays.sort(sorted);
        long smallest = sorted[sorted.length - left];
        int atSmallest = left;
        for (long remainder : remainders) {
            atSmallest -= remainder > smallest ? 1 : 0;
        }
        for (int i = 0; i < parts.length; i++) {
            if (remainders[i] > smallest) {
                parts[i]++;
            } else if (remainders[i] == smallest && atSmallest > 0) {
                parts[i]++;
                atSmallest--;
            }
        }
    }
}
