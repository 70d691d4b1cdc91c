package org.stoppayment.recovery.batches.domain;

/** Where a batch stands. */
public enum BatchState {
    /** Some of its plans can still be submitted, decided or paid, or are being paid. */
    OPEN,
    /** An officer rejected it. */
    REJECTED,
    /** All its plans are paid, superseded or withdrawn. */
    ENDED;

    /**
     * The state of a batch.
     *
     * @param hasOpenPlans true when one of its plans is a draft or being paid
     */
    public static BatchState of(RefundBatch batch, boolean hasOpenPlans) {
        if (batch.rejection().isPresent()) {
            return REJECTED;
        }
        return hasOpenPlans ? OPEN : ENDED;
    }
}
