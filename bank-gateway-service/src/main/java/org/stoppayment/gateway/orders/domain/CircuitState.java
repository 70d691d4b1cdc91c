package org.stoppayment.gateway.orders.domain;

/** Whether calls to an institution are made; the names are part of the contract. */
public enum CircuitState {
    /** Calls are made. */
    CLOSED,
    /** One call at a time is made, to see whether the institution has recovered. */
    HALF_OPEN,
    /** No calls are made. */
    OPEN
}
