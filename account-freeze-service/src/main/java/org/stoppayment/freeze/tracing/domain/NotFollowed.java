package org.stoppayment.freeze.tracing.domain;

/** Why the case has made no order for an account that its money reached. */
public enum NotFollowed {
    /** It has made one, or the account had its order before the money came. */
    NONE,
    /** Too little tainted money. */
    BELOW_THRESHOLD,
    /** Too many transfers from a victim. */
    BEYOND_LEVEL,
    /** The case has too many accounts. */
    TOO_MANY_NODES,
    /** The case is withdrawn. */
    CASE_WITHDRAWN
}
