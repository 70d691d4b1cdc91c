package org.stoppayment.simulator.wire;

import org.stoppayment.kernel.Masking;

/**
 * The identity of an account.
 *
 * @param institutionCode code of its institution
 * @param number its number, normalised
 */
public record AccountId(String institutionCode, String number) {

    /** Without the middle of the number: safe for logs. */
    @Override
    public String toString() {
        return institutionCode + "/" + Masking.mask(number);
    }
}
