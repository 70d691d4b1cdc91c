package org.stoppayment.kernel;

/** Most characters of texts in the institutions' contract ({@code institution-api-v1.yaml}). */
public final class ContractLimits {

    /** Of a booking's serial. */
    public static final int MOST_SERIAL = 100;

    /** Of a name. */
    public static final int MOST_NAME = 200;

    private ContractLimits() {}
}
