package org.stoppayment.freeze.orders.persistence;

/** How many stops an account has had, as the rule of two stops counts them: written once, for all that ask. */
public final class StopCount {

    private StopCount() {}

    /**
     * The number, as an aggregate over the account's rows of {@code stop_order}: those that ever took effect, whatever became
     * of them, and extensions where they count as a stop.
     *
     * @param extensionCounts the setting of the rule set, as an SQL expression
     */
    public static String where(String extensionCounts) {
        return "count(*) FILTER (WHERE counted) + count(*) FILTER (WHERE extended AND %s)".formatted(extensionCounts);
    }
}
