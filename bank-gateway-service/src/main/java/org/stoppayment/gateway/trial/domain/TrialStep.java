package org.stoppayment.gateway.trial.domain;

/** A step of a trial, in this order; named as in the contract. */
public enum TrialStep {
    /** An order to stop the test account. */
    STOP,
    /** An inquiry about that order. */
    INQUIRY,
    /** An order to extend that stop. */
    EXTENSION,
    /** An order to lift that stop. */
    LIFT,
    /** An order to freeze a sum on the test account. */
    FREEZE,
    /** An order to renew that freeze. */
    FREEZE_RENEWAL,
    /** An order to hold less of it. */
    FREEZE_CHANGE,
    /** An order to pay some of it to another account. */
    REFUND,
    /** An order to lift that freeze. */
    FREEZE_LIFT,
    /** A query about the test account. */
    QUERY;

    /** True when nobody has to call back within seconds: a refund is paid within three working days (41号 Art. 12). */
    boolean mayBeAnsweredLater() {
        return this == INQUIRY || this == REFUND;
    }
}
