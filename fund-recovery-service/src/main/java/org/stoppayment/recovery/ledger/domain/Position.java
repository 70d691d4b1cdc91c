package org.stoppayment.recovery.ledger.domain;

/** A position of a case's money, named as in the contract. */
public enum Position {
    /** Reported by the victim: the source of all others. */
    REPORTED,
    /** Not known yet. */
    UNKNOWN,
    /** Held by a stop in effect. */
    HELD,
    /** Was held until the stop, or the freeze, lapsed. */
    LAPSED,
    /** Was held until the stop, or the freeze, was lifted. */
    LIFTED,
    /** Between two accounts of the case: what leaves one enters the other. */
    ONWARD,
    /** Withdrawn in cash. */
    CASH,
    /** Spent at a merchant or put on a prepaid card. */
    MERCHANT,
    /** Back on an account of the victim's side. */
    RESTORED,
    /** Held by a freeze. */
    FROZEN,
    /** Paid back to victims out of a freeze. */
    RETURNED
}
