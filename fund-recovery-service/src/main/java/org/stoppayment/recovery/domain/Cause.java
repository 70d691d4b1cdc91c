package org.stoppayment.recovery.domain;

/** Why money moved; the names are the wire's. */
public enum Cause {
    /** A victim reported it. */
    REPORTED,
    /** A stop took effect. */
    STOP_IN_EFFECT,
    /** A stop lapsed. */
    STOP_LAPSED,
    /** A stop was lifted. */
    STOP_LIFTED,
    /** A transfer was put right. */
    CORRECTED,
    /** An institution told where money went. */
    TRACED
}
