package org.stoppayment.freeze.rules.domain;

/** The warnings before a stop ends, in order; how long before is a rule. */
public enum ExpiryWarning {
    FIRST,
    SECOND,
    LAST
}
