package org.stoppayment.freeze.shared.application;

/** The outcome of a write that requires the row to be as it was read. */
public enum Update {
    /** The row was written. */
    WRITTEN,
    /** The row has changed since it was read: nothing was written. */
    OUTDATED
}
