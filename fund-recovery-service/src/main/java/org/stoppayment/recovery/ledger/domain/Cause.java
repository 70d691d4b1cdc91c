package org.stoppayment.recovery.ledger.domain;

/** The cause of a movement, named as in the contract. */
public enum Cause {
    /** A victim reported it. */
    REPORTED,
    /** A stop took effect. */
    STOP_IN_EFFECT,
    /** A stop lapsed. */
    STOP_LAPSED,
    /** A stop was lifted. */
    STOP_LIFTED,
    /** A transfer was corrected. */
    CORRECTED,
    /** An institution reported where money went. */
    TRACED,
    /** A freeze took effect, or holds another sum. */
    FREEZE_IN_EFFECT,
    /** A freeze was lifted, or holds less. */
    FREEZE_LIFTED,
    /** The term of a freeze ended without a renewal. */
    FREEZE_LAPSED,
    /** A refund was paid to a victim. */
    REFUNDED,
    /** A refund came back onto the account that it was paid from. */
    REFUND_CAME_BACK
}
