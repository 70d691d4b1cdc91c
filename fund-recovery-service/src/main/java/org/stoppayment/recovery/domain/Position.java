package org.stoppayment.recovery.domain;

/** Where money of a case is; the names are the wire's. */
public enum Position {
    /** Reported by the victim: the source of all others. */
    REPORTED,
    /** Nobody has said yet. */
    UNKNOWN,
    /** Held under a stop of ours. */
    HELD,
    /** Was held until the stop lapsed. */
    LAPSED,
    /** Was held until the stop was lifted. */
    LIFTED,
    /** Between two accounts of the case: what leaves one enters the other. */
    ONWARD,
    /** Withdrawn in cash. */
    CASH,
    /** Spent at a merchant or put on a prepaid card. */
    MERCHANT
}
