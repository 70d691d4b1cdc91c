package org.stoppayment.recovery.plans.domain;

/** Where a plan stands. */
public enum PlanState {
    /** Made, and not paid. */
    DRAFT,
    /** A later plan has taken its place. */
    SUPERSEDED,
    /** Nothing is held any more, or no victim has a share. */
    WITHDRAWN,
    /** Its payments are ordered, and not all have ended. */
    PAYING,
    /** All its payments have ended. */
    PAID
}
