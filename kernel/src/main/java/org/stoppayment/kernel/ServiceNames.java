package org.stoppayment.kernel;

/** Names of the services, as in their certificates. */
public final class ServiceNames {

    /** Takes reports. */
    public static final String CASE_INTAKE = "case-intake";

    /** Stops, traces and freezes. */
    public static final String ACCOUNT_FREEZE = "account-freeze";

    /** Talks to institutions. */
    public static final String BANK_GATEWAY = "bank-gateway";

    /** Gives money back. */
    public static final String FUND_RECOVERY = "fund-recovery";

    private ServiceNames() {}
}
