package org.stoppayment.freeze.shared.domain;

/** What money left an account for. */
public enum OutflowKind {
    /** To another account. */
    TRANSFER,
    /** In cash, at an ATM or a counter. */
    CASH,
    /** For goods, or onto a prepaid card. */
    MERCHANT
}
