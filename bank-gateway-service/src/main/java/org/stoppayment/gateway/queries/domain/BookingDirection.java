package org.stoppayment.gateway.queries.domain;

/** Which way money went, named as in the contract. */
public enum BookingDirection {
    /** Into the account. */
    IN,
    /** Out of the account. */
    OUT
}
