package org.stoppayment.gateway.feedback.domain;

import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Masking;

/**
 * An account as somebody names it.
 *
 * @param institutionCode code of the institution, empty when it is not known
 * @param number number of the account, empty when it is not known
 * @param name name of the holder, empty when it is not known
 * @param kind what it is kept as
 */
public record Account(String institutionCode, String number, String name, AccountKind kind) {

    /** Safe for logs. */
    @Override
    public String toString() {
        return institutionCode + "/" + Masking.mask(number);
    }
}
