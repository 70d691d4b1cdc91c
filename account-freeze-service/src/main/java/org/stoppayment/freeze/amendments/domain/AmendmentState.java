package org.stoppayment.freeze.amendments.domain;

/** Where an amendment stands. */
public enum AmendmentState {
    /** Waits to be sent. */
    QUEUED,
    /** On its way to the institution. */
    SENDING,
    /** The institution took it; its feedback is due. */
    ACCEPTED,
    /** Nobody knows whether the institution acted; inquiries go on. */
    IN_DOUBT,
    /** The institution has done it. */
    DONE,
    /** The institution, or a rule here, says no; the stop is as it was. */
    DECLINED
}
