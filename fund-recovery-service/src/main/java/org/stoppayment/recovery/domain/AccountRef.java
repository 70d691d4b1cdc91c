package org.stoppayment.recovery.domain;

import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.Masking;

/**
 * An account that books are kept of. It is its institution and number; name and kind are what was said of it.
 *
 * @param institutionCode code of the institution, empty when nobody knows it
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

    /** What identifies the account. */
    public Key key() {
        return new Key(institutionCode, number);
    }

    /** This account with what {@code later} adds to its description; an empty part adds nothing. */
    AccountRef describedBy(AccountRef later) {
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
            // A code that is none may be a card number in the wrong field.
            return (InstitutionCode.isValid(institutionCode) ? institutionCode : Masking.mask(institutionCode))
                    + "/"
                    + Masking.mask(number);
        }
    }
}
