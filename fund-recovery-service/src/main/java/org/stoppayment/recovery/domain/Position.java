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
    LIFTED
}
