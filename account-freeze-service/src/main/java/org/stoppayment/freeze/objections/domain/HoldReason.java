package org.stoppayment.freeze.objections.domain;

/** Why an account is held, as its holder may be told. */
public enum HoldReason {
    /** A report names a payment into the account. */
    REPORTED_PAYMENT,
    /** Money of a reported payment reached the account from other accounts. */
    ONWARD_PAYMENT,
    /** The holder reported fraud, and the account is stopped for protection. */
    PROTECTION,
    /** A filed criminal case has money on the account. */
    CRIMINAL_CASE;

    /** Of a stop; {@code level} is the fewest transfers from a victim, 0 for a protective stop. */
    public static HoldReason ofLevel(int level) {
        return switch (level) {
            case 0 -> PROTECTION;
            case 1 -> REPORTED_PAYMENT;
            default -> ONWARD_PAYMENT;
        };
    }
}
