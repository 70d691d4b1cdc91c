package org.stoppayment.intake.domain;

/** Where a case stands with the police. */
public enum CaseStatus {
    /** Reported, being verified. */
    OPEN,
    /** 立案. */
    FILED,
    /** Closed. */
    CLOSED
}
