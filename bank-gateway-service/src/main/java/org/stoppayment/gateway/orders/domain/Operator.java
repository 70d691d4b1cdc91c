package org.stoppayment.gateway.orders.domain;

/**
 * The officer who requested an order.
 *
 * @param organisation name of the desk, empty when unknown
 * @param badgeNumber of the officer, empty when unknown
 */
public record Operator(String organisation, String badgeNumber) {

    /** The desk only: safe for logs. */
    @Override
    public String toString() {
        return organisation;
    }
}
