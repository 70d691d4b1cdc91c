package org.stoppayment.freeze.statistics.domain;

/** By what statistics of holds are grouped. */
public enum HoldDimension {
    /** The month in which the holds were ordered, in Asia/Shanghai. */
    MONTH,
    /** The kind of fraud of the case that ordered them. */
    FRAUD_TYPE,
    /** The institution that has the account. */
    INSTITUTION
}
