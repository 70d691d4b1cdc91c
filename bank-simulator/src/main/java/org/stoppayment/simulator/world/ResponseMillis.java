package org.stoppayment.simulator.world;

import java.util.List;
import java.util.Random;

/**
 * How long an institution takes to answer.
 *
 * @param least milliseconds
 * @param most milliseconds, included
 */
public record ResponseMillis(int least, int most) {

    /** Longest that may be asked for. */
    public static final int LONGEST = 20_000;

    public ResponseMillis {
        if (least < 0 || most < least || most > LONGEST) {
            throw new IllegalArgumentException("responseMillis: [" + least + ", " + most
                    + "] (expected: [least, most] of 0.." + LONGEST + ", least first)");
        }
    }

    /** One of them, all equally likely. */
    public int draw(Random random) {
        return least + random.nextInt(most - least + 1);
    }

    /** As in JSON. */
    public List<Integer> asList() {
        return List.of(least, most);
    }
}
