package org.stoppayment.cli.drill.plan;

/**
 * What a drill is made of. The same options give the same rings and the same faults.
 *
 * @param cases number of victims who call
 * @param rate how many of them call in a second
 * @param muleDelay how long a mule keeps the money
 * @param bankDelay how long an institution takes to answer
 * @param callAfter how long after the last transfer the victim calls
 * @param levels how many levels of mules a ring has
 * @param faults how much goes wrong
 * @param seed of everything that is drawn
 */
public record DrillOptions(
        int cases,
        Rate rate,
        DurationRange muleDelay,
        DurationRange bankDelay,
        DurationRange callAfter,
        LevelRange levels,
        FaultRates faults,
        long seed) {

    /** Most cases: their numbers are four digits of the account numbers. */
    public static final int MAX_CASES = 9_999;

    /** Shortest that a mule keeps the money: what comes in and what goes out of an account must not be of one moment. */
    public static final long QUICKEST_MULE_MILLIS = 100;

    /** Longest that a simulated institution can be told to take. */
    public static final long SLOWEST_BANK_MILLIS = 20_000;

    public DrillOptions {
        if (cases < 1 || cases > MAX_CASES) {
            throw new IllegalArgumentException(
                    "--cases: " + cases + " (expected: a whole number, 1.." + MAX_CASES + ")");
        }
        if (muleDelay.leastMillis() < QUICKEST_MULE_MILLIS) {
            throw new IllegalArgumentException("--mule-delay: " + muleDelay + " (expected: 100ms or more)");
        }
        if (bankDelay.mostMillis() > SLOWEST_BANK_MILLIS) {
            throw new IllegalArgumentException("--bank-delay: " + bankDelay + " (expected: at most 20s)");
        }
    }
}
