package org.stoppayment.freeze.orders.application;

/** The outcome of recording an answer, which is durable either way. */
public enum RecordOutcome {
    /** The order, or its amendment, moved. */
    CHANGED,
    /** The answer moved nothing. */
    NOTHING_NEW
}
