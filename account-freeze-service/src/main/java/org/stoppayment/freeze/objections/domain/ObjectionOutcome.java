package org.stoppayment.freeze.objections.domain;

/** How an objection is decided. */
public enum ObjectionOutcome {
    /** The hold of the case is released. Holds of other cases stay. */
    UPHELD,
    /** Only the case's money is held from now on. */
    LIMITED,
    /** Nothing changes. */
    REJECTED,
    /** The person who objected withdrew it. */
    WITHDRAWN;

    /** True when money is released. */
    public boolean releases() {
        return this == UPHELD || this == LIMITED;
    }
}
