package org.stoppayment.intake.domain;

import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Masking;

/**
 * An account as the reporter gave it; every part may be empty.
 *
 * @param name name of the holder
 * @param number normalised, see {@link org.stoppayment.kernel.AccountNumber#normalise}
 * @param kind kind of the account
 * @param institutionCode as given, not validated
 */
public record NamedAccount(String name, String number, AccountKind kind, String institutionCode) {

    /** No account. */
    public static final NamedAccount NONE = new NamedAccount("", "", AccountKind.UNSPECIFIED, "");

    /** True when there is a number to act on. */
    public boolean isNamed() {
        return !number.isEmpty();
    }

    @Override
    public String toString() {
        return institutionCode + "/" + Masking.mask(number);
    }
}
