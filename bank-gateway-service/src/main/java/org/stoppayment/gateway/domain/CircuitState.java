package org.stoppayment.gateway.domain;

/** Whether calls to an institution go out; the names are the wire's. */
public enum CircuitState {
    /** They do. */
    CLOSED,
    /** One at a time does, to see whether the institution is back. */
    HALF_OPEN,
    /** They do not. */
    OPEN
}
