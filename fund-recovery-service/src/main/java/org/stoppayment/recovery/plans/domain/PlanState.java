package org.stoppayment.recovery.plans.domain;

/** Where a plan stands. */
public enum PlanState {
    /** Made, and not approved. */
    DRAFT,
    /** A later plan has taken its place. */
    SUPERSEDED,
    /** Nothing is held any more, or no victim has a share. */
    WITHDRAWN
}
