package org.stoppayment.recovery.batches.domain;

/** Where a plan of a batch stands. */
public enum LineState {
    /** Nobody has asked for its approval. */
    NOT_SUBMITTED,
    /** An officer asked for its approval. */
    SUBMITTED,
    /** Another officer approved it. */
    APPROVED,
    /** It was approved and not paid in time. */
    EXPIRED,
    /** Another officer rejected it since the batch was made. */
    REJECTED,
    /** Its payments are ordered, and not all have ended. */
    PAYING,
    /** All its payments have ended, and the victims have all of it, and no more. */
    PAID,
    /** All its payments have ended, and one paid more than was ordered. */
    PAID_TOO_MUCH,
    /** All its payments have ended, and the victims do not have all of it. */
    NOT_ALL_PAID,
    /** A later plan has taken its place. */
    SUPERSEDED,
    /** Nothing is held any more, or no victim has a share. */
    WITHDRAWN,
    /** The batch was rejected, and an open one has the plan. */
    IN_OTHER_BATCH;

    /** True when nothing more becomes of it. */
    public boolean hasEnded() {
        return switch (this) {
            case PAID, PAID_TOO_MUCH, NOT_ALL_PAID, SUPERSEDED, WITHDRAWN, IN_OTHER_BATCH -> true;
            case NOT_SUBMITTED, SUBMITTED, APPROVED, EXPIRED, REJECTED, PAYING -> false;
        };
    }
}
