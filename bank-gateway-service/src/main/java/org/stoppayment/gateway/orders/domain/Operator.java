package org.stoppayment.gateway.orders.domain;

/**
 * The officer who requested an order.
 *
 * @param organisation name of the desk, empty when unknown
 * @param badgeNumber of the officer, empty when unknown
 */
public record Operator(String organisation, String badgeNumber) {

    private static final String SUITE = "SYSTEM";

    /** True when the suite acts by itself. */
    public boolean isSuite() {
        return organisation.equals(SUITE) && badgeNumber.equals(SUITE);
    }

    /** The desk only: safe for logs. */
    @Override
    public String toString() {
        return organisation;
    }
}
