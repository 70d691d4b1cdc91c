package org.stoppayment.gateway.queries.domain;

/** What a booking was for, named as in the contract. */
public enum BookingKind {
    /** From or to another account. */
    TRANSFER,
    /** In cash, at a machine or a counter. */
    CASH,
    /** For goods, or onto a prepaid card. */
    MERCHANT,
    /** Fees, interest and the like. */
    OTHER
}
