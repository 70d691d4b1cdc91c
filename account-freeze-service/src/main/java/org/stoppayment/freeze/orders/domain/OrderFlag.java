package org.stoppayment.freeze.orders.domain;

/**
 * Something about an order that a person should look at. The API and the database use the names; stored orders may carry a flag
 * that is no longer set.
 */
public enum OrderFlag {
    /** The institution stopped the account, and it held less than was reported (1200). */
    BALANCE_SHORT,
    /** The stop moment is so far ahead that the term is counted from receipt. */
    STOP_MOMENT_IN_FUTURE,
    /**
     * The stop moment is long before the order was placed: the institution's clock, or what it writes, is wrong. The term is counted
     * from receipt, and people are warned of the end by the reported moment.
     */
    STOP_MOMENT_BEFORE_ORDER,
    /** The institution has told no stop moment that can be read: the term is counted from receipt. Removed when it tells one. */
    STOP_MOMENT_UNKNOWN,
    /** The institution has told no balance that can be read: nothing counts as held. Removed when it tells one. */
    BALANCE_UNKNOWN,
    /** Money left the account after it was stopped, by the institution's own bookings. */
    OUTFLOW_AFTER_STOP,
    /** Bookings could not be read: the institution is asked. Removed when it has told all so that they can be read. */
    OUTFLOW_UNREADABLE,
    /** A booking came again with another time, sequence or name, in one feedback or in two; the first counts. */
    SERIAL_CONFLICT,
    /** One serial came with another kind, sum or party, in one feedback or in two: these are two bookings, and both count. */
    SERIAL_REUSED,
    /**
     * An outflow was told while more bookings were to come; the complete answer does not list it, nor another one that would replace
     * it. It counts until a complete answer replaces or lists it; then the flag is removed.
     */
    PENDING_BOOKING_UNLISTED,
    /**
     * The institution contradicted what it said before: it withdrew a stop, a lift, an extension or a written order, gave the stop
     * another moment or balance, extended a lifted stop, or renewed an ended one; or it stopped the account after it
     * had declined, when another order of ours was live. What it said first stays.
     */
    FEEDBACK_CONFLICT,
    /** Bookings that the institution announced, or what could not be read, did not come within the budget. Removed when they do. */
    BOOKINGS_INCOMPLETE,
    /** The institution did not extend the stop. */
    EXTENSION_DECLINED,
    /** The institution extended the stop after it had lapsed here, when another stop of ours was on the account. */
    EXTENDED_BESIDE_ANOTHER_STOP,
    /** The institution's books contradict what it said by telephone. */
    WRITTEN_ORDER_CONTRADICTED
}
