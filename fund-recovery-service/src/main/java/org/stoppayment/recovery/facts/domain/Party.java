package org.stoppayment.recovery.facts.domain;

import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Masking;

/**
 * The other account of a transfer or booking, as far as it is named.
 *
 * @param institutionCode code of the institution, empty when unknown
 * @param number of the account, empty when unknown
 * @param name of the holder, may be empty
 * @param kind of the account
 */
public record Party(String institutionCode, String number, String name, AccountKind kind) {

    /** Safe for logs. */
    @Override
    public String toString() {
        return Masking.mask(number);
    }
}
