package org.stoppayment.cli.drill.plan;

import java.util.List;
import java.util.Random;

/** A stream of random values. {@link Random} is fully specified, so a seed gives the same values everywhere. */
final class SeededRandom {

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final Random random;

    private SeededRandom(long seed) {
        this.random = new Random(seed);
    }

    /** A separate stream for each purpose and number, so that more cases do not change the first ones. */
    static SeededRandom of(long seed, String purpose, int number) {
        return new SeededRandom((seed * GOLDEN_RATIO + purpose.hashCode()) * GOLDEN_RATIO + number);
    }

    /** A value from {@code min} to {@code max}, inclusive. */
    long between(long min, long max) {
        return min + Math.floorMod(random.nextLong(), max - min + 1);
    }

    int between(int min, int max) {
        return Math.toIntExact(between((long) min, (long) max));
    }

    long in(DurationRange range) {
        return between(range.minMillis(), range.maxMillis());
    }

    /** True with this probability in percent. */
    boolean percent(int share) {
        return between(0, 99) < share;
    }

    <T> T oneOf(List<T> values) {
        return values.get(between(0, values.size() - 1));
    }
}
