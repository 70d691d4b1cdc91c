package org.stoppayment.freeze.objections.domain;

/** Where an objection stands. */
public enum ObjectionState {
    /** It waits for its decision. */
    OPEN,
    /** It is decided; what follows is ordered and not done yet. */
    RELEASING,
    /** It is decided, and what follows was declined: a person must act. */
    RELEASE_FAILED,
    /** It is decided, and what follows is done. */
    DECIDED,
    /** The hold ended before a decision. */
    HOLD_ENDED;

    /** True when nothing more happens to it. */
    public boolean isClosed() {
        return this == DECIDED || this == HOLD_ENDED;
    }
}
