package org.stoppayment.recovery.plans.domain;

/** How the money of an account is divided: 银监发〔2016〕41号 Art. 8, 12. */
public enum RefundMethod {
    /** One inflow, of one victim. Returned directly. */
    DIRECT_SINGLE,
    /** Several inflows, and their remainders are the same whichever is taken to leave first. Returned directly, by booking time. */
    DIRECT_TIMESTAMP,
    /** Otherwise: in proportion to the claims, after a public notice. */
    PROPORTIONAL
}
