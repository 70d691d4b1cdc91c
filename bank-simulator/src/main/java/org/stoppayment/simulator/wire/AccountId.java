package org.stoppayment.simulator.wire;

import org.stoppayment.kernel.Masking;

/**
 * What makes an account one account.
 *
 * @param institutionCode who keeps it
 * @param number its number, normalised
 */
public record AccountId(String institutionCode, String number) {

    /** Without the middle of the number: safe for logs. */
    @Override
    public String toString() {
        return institutionCode + "/" + Masking.mask(number);
    }
}
