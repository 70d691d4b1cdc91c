package org.stoppayment.simulator.behaviour;

import java.util.List;
import java.util.Random;

/**
 * How long an institution takes to answer.
 *
 * @param min milliseconds
 * @param max milliseconds, included
 */
public record ResponseMillis(int min, int max) {

    /** The longest that may be asked for, in milliseconds. */
    public static final int MAX = 20_000;

    public ResponseMillis {
        if (min < 0 || max < min || max > MAX) {
            throw new IllegalArgumentException(
                    "responseMillis: [" + min + ", " + max + "] (expected: [min, max] of 0.." + MAX + ", min first)");
        }
    }

    /** One of them, all equally likely. */
    public int draw(Random random) {
        return min + random.nextInt(max - min + 1);
    }

    /** As in JSON. */
    public List<Integer> asList() {
        return List.of(min, max);
    }
}
