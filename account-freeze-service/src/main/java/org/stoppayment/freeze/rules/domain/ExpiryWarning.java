package org.stoppayment.freeze.rules.domain;

/** The warnings that people get before a stop ends, in their order; how long before is a rule. */
public enum ExpiryWarning {
    FIRST,
    SECOND,
    LAST
}
