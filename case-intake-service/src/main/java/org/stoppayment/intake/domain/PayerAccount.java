package org.stoppayment.intake.domain;

import org.stoppayment.kernel.Masking;

/**
 * An account that may be a victim's.
 *
 * @param institutionCode empty when it is not known
 * @param number normalised, see {@link org.stoppayment.kernel.AccountNumber#normalise}
 */
public record PayerAccount(String institutionCode, String number) {

    @Override
    public String toString() {
        return institutionCode + "/" + Masking.mask(number);
    }
}
