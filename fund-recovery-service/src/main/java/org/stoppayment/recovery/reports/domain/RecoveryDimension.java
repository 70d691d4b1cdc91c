package org.stoppayment.recovery.reports.domain;

/** By what figures of recovery are grouped, named as in the contract. */
public enum RecoveryDimension {
    /** The kind of fraud of the case. */
    FRAUD_TYPE,
    /** The month of the call, in Asia/Shanghai. */
    MONTH,
    /** The organisation of the desk that took the report. */
    STATION,
    /** The time since the call. */
    AGE,
    /** The institution that has the account. */
    INSTITUTION,
    /** The level of the account. */
    LEVEL
}
