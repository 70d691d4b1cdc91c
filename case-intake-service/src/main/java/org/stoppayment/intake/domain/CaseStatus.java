package org.stoppayment.intake.domain;

/** The status of a case at the police. */
public enum CaseStatus {
    /** Reported, being verified. */
    OPEN,
    /** 立案. */
    FILED,
    /** 撤案: withdrawn. It takes no supplement any more. */
    CLOSED
}
