package org.stoppayment.freeze.shared.application;

/** What came of a write that counts only while the row is as it was read. */
public enum Update {
    /** The row was written. */
    WRITTEN,
    /** Somebody else has changed the row since it was read: nothing was written. */
    OUTDATED
}
