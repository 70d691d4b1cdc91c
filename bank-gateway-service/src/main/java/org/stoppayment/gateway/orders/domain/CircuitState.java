package org.stoppayment.gateway.orders.domain;

/** The state of a circuit breaker, named as in the contract. */
public enum CircuitState {
    /** Calls are made. */
    CLOSED,
    /** One call is tried to see whether the institution has recovered. */
    HALF_OPEN,
    /** No calls are made. */
    OPEN
}
