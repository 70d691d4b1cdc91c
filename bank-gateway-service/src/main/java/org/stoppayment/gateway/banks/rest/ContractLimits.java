package org.stoppayment.gateway.banks.rest;

/** Most characters of the contract's texts. */
final class ContractLimits {

    /** Of a booking's serial. */
    static final int MOST_SERIAL = 100;

    /** Of a name. */
    static final int MOST_NAME = 200;

    private ContractLimits() {}
}
