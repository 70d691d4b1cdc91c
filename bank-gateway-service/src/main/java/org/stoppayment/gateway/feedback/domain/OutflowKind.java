package org.stoppayment.gateway.feedback.domain;

/** How money left an account, named as in the contract. */
public enum OutflowKind {
    /** To another account. */
    TRANSFER,
    /** Withdrawn in cash, at a machine or a counter. */
    CASH,
    /** Spent at a merchant, or put on a prepaid card. */
    MERCHANT
}
