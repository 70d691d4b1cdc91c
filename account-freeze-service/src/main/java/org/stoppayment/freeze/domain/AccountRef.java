package org.stoppayment.freeze.domain;

import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Masking;

/**
 * The account that an order is for. It is its institution and number; name and kind are what was said of it.
 *
 * @param institutionCode code of the institution, empty when nobody knows it yet
 * @param number of the account, normalised
 * @param name of the holder, as the order says
 * @param kind of the account
 */
public record AccountRef(String institutionCode, String number, String name, AccountKind kind) {

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
        @Override
        public String toString() {
            return institutionCode + "/" + Masking.mask(number);
        }
    }
}
