package org.stoppayment.simulator.behaviour;

import java.util.List;
import java.util.Random;

/**
 * The range of an institution's response times.
 *
 * @param min minimum in milliseconds
 * @param max maximum in milliseconds, inclusive
 */
public record ResponseMillis(int min, int max) {

    /** Upper limit of {@code max}. */
    public static final int MAX = 20_000;

    public ResponseMillis {
        if (min < 0 || max < min || max > MAX) {
            throw new IllegalArgumentException(
                    "responseMillis: [" + min + ", " + max + "] (expected: [min, max] of 0.." + MAX + ", min first)");
        }
    }

    /** A random value of the range, uniformly distributed. */
    public int draw(Random random) {
        return min + random.nextInt(max - min + 1);
    }

    /** The range as a list, {@code [min, max]}, for JSON. */
    public List<Integer> asList() {
        return List.of(min, max);
    }
}
