package org.stoppayment.gateway.feedback.domain;

import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Masking;

/**
 * An account as an order or a feedback names it.
 *
 * @param institutionCode code of the institution, empty when unknown
 * @param number number of the account, empty when unknown
 * @param name name of the holder, empty when unknown
 * @param kind kind of the account
 */
public record Account(String institutionCode, String number, String name, AccountKind kind) {

    /** Safe for logs. */
    @Override
    public String toString() {
        return institutionCode + "/" + Masking.mask(number);
    }
}
