package org.stoppayment.freeze.dissuasion.domain;

/** The outcome of talking to a likely victim. */
public enum DissuasionOutcome {
    /** 劝阻成功: will pay no more. */
    DISSUADED,
    /** Has called 110 already. */
    ALREADY_REPORTED,
    /** Paid for a reason of their own. */
    NOT_A_VICTIM,
    /** Could not be reached. */
    UNREACHABLE,
    /** Has lost the money. */
    LOSS_CONFIRMED;

    /** True when the officer should take a report. */
    public boolean suggestsReport() {
        return this == LOSS_CONFIRMED;
    }
}
