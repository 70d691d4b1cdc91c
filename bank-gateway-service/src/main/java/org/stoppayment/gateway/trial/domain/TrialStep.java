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
    LIFT
}
