package org.stoppayment.gateway.orders.domain;

/**
 * The officer who asks.
 *
 * @param organisation the desk, empty when it is not known
 * @param badgeNumber the officer, empty when it is not known
 */
public record Operator(String organisation, String badgeNumber) {

    /** The desk only: safe for logs. */
    @Override
    public String toString() {
        return organisation;
    }
}
