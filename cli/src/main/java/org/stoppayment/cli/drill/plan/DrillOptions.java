package org.stoppayment.cli.drill.plan;

/**
 * The options of a drill. The same options give the same rings and the same faults.
 *
 * @param cases number of victims who call
 * @param rate calls per second
 * @param muleDelay how long a mule keeps the money
 * @param bankDelay how long an institution takes to answer
 * @param callAfter how long after the last transfer the victim calls
 * @param levels how many levels of mules a ring has
 * @param faults rates of faults
 * @param seed of all random values
 * @param sharedMules true when two to five victims pay each account of the first level
 */
public record DrillOptions(
        int cases,
        Rate rate,
        DurationRange muleDelay,
        DurationRange bankDelay,
        DurationRange callAfter,
        LevelRange levels,
        FaultRates faults,
        long seed,
        boolean sharedMules) {

    /** The case number is four digits of the account number. */
    public static final int MAX_CASES = 9_999;

    /** Minimum delay of a mule, so that inflow and outflow of an account differ in time. */
    public static final long MIN_MULE_DELAY_MILLIS = 100;

    /** Maximum response time that the simulator accepts. */
    public static final long MAX_BANK_DELAY_MILLIS = 20_000;

    /** A drill in which each ring has one victim. */
    public DrillOptions(
            int cases,
            Rate rate,
            DurationRange muleDelay,
            DurationRange bankDelay,
            DurationRange callAfter,
            LevelRange levels,
            FaultRates faults,
            long seed) {
        this(cases, rate, muleDelay, bankDelay, callAfter, levels, faults, seed, false);
    }

    public DrillOptions {
        if (cases < 1 || cases > MAX_CASES) {
            throw new IllegalArgumentException(
                    "--cases: " + cases + " (expected: a whole number, 1.." + MAX_CASES + ")");
        }
        if (muleDelay.minMillis() < MIN_MULE_DELAY_MILLIS) {
            throw new IllegalArgumentException("--mule-delay: " + muleDelay + " (expected: 100ms or more)");
        }
        if (bankDelay.maxMillis() > MAX_BANK_DELAY_MILLIS) {
            throw new IllegalArgumentException("--bank-delay: " + bankDelay + " (expected: at most 20s)");
        }
    }
}
