package org.stoppayment.freeze.shared.domain;

import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.Masking;

/**
 * The account that an order is for. Institution and number identify it; name and kind are as reported.
 *
 * @param institutionCode code of the institution, empty when it is not known yet
 * @param number of the account, normalised
 * @param name of the holder, as the order says
 * @param kind of the account
 */
public record AccountRef(String institutionCode, String number, String name, AccountKind kind) {

    /**
     * An account as an institution reports it, normalised as intake does: number and code without spaces and hyphens and in half-width
     * characters, so that one account is the same however it is written; an invalid code counts as missing, so that the card's BIN
     * decides. A number that normalises to nothing stays as reported, for a person to see.
     */
    public static AccountRef reported(String institutionCode, String number, String name, AccountKind kind) {
        String code = InstitutionCode.parse(AccountNumber.normalise(institutionCode))
                .map(InstitutionCode::value)
                .orElse("");
        String normalised = AccountNumber.normalise(number);
        return new AccountRef(code, normalised.isEmpty() ? number : normalised, name, kind);
    }

    /** What identifies the account. */
    public Key key() {
        return new Key(institutionCode, number);
    }

    /** The same account at the institution that it turned out to be at. */
    public AccountRef at(String institutionCode) {
        return new AccountRef(institutionCode, number, name, kind);
    }

    @Override
    public String toString() {
        return institutionCode + "/" + Masking.mask(number);
    }

    /** An account's identity. */
    public record Key(String institutionCode, String number) {

        /** True when {@code other} is the same account, or may be: one of both has no institution. */
        public boolean mayBe(Key other) {
            return number.equals(other.number)
                    && (institutionCode.equals(other.institutionCode)
                            || institutionCode.isEmpty()
                            || other.institutionCode.isEmpty());
        }

        @Override
        public String toString() {
            return institutionCode + "/" + Masking.mask(number);
        }
    }
}
