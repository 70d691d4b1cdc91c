package org.stoppayment.freeze.orders.application;

/** What came of recording an answer. It is durable either way. */
public enum Recorded {
    /** The order, or the message about it, moved. */
    CHANGED,
    /** The answer said nothing that moves it. */
    NOTHING_NEW
}
