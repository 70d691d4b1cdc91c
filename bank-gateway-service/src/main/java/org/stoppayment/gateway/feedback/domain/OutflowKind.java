package org.stoppayment.gateway.feedback.domain;

/** What money left an account for; the names are the wire's. */
public enum OutflowKind {
    /** To another account. */
    TRANSFER,
    /** In cash, at a machine or a counter. */
    CASH,
    /** For goods, or onto a prepaid card. */
    MERCHANT
}
