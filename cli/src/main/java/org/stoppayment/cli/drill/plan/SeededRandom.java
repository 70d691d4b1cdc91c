package org.stoppayment.cli.drill.plan;

import java.util.List;
import java.util.Random;

/** A stream of drawn values; {@link Random} is specified to the bit, so a seed gives the same values everywhere. */
final class SeededRandom {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Random random;

    private SeededRandom(long seed) {
        this.random = new Random(seed);
    }

    /** A stream of its own for each purpose and number, so that more cases do not change those before them. */
    static SeededRandom of(long seed, String purpose, int number) {
        return new SeededRandom((seed * GOLDEN + purpose.hashCode()) * GOLDEN + number);
    }

    /** One of least..most, both included. */
    long between(long least, long most) {
        return least + Math.floorMod(random.nextLong(), most - least + 1);
    }

    int between(int least, int most) {
        return Math.toIntExact(between((long) least, (long) most));
    }

    long in(DurationRange span) {
        return between(span.leastMillis(), span.mostMillis());
    }

    /** True in so many of a hundred draws. */
    boolean percent(int share) {
        return between(0, 99) < share;
    }

    <T> T oneOf(List<T> values) {
        return values.get(between(0, values.size() - 1));
    }
}
