package org.stoppayment.recovery.shared.domain;

import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.Masking;

/**
 * An account with books. Institution and number identify it; name and kind describe it.
 *
 * @param institutionCode code of the institution, empty when unknown
 * @param number of the account, never empty
 * @param name of the holder, may be empty
 * @param kind of the account
 */
public record AccountRef(String institutionCode, String number, String name, AccountKind kind) {

    public AccountRef {
        if (number.isEmpty()) {
            throw new IllegalArgumentException("number: none (expected: the number of an account)");
        }
    }

    /** The identity of the account. */
    public Key key() {
        return new Key(institutionCode, number);
    }

    /** This account with the description of {@code later}; empty parts are ignored. */
    public AccountRef describedBy(AccountRef later) {
        return new AccountRef(
                institutionCode,
                number,
                later.name.isEmpty() ? name : later.name,
                later.kind == AccountKind.UNSPECIFIED ? kind : later.kind);
    }

    @Override
    public String toString() {
        return key().toString();
    }

    /** An account's identity. */
    public record Key(String institutionCode, String number) {
        @Override
        public String toString() {
            // An invalid code may be a card number in the wrong field.
            return (InstitutionCode.isValid(institutionCode) ? institutionCode : Masking.mask(institutionCode))
                    + "/"
                    + Masking.mask(number);
        }
    }
}
