package org.stoppayment.recovery.eligibility.domain;

import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * The account to which a victim's money is returned: the one that paid, unless an officer verified another one of the victim.
 *
 * @param institutionCode code of its institution
 * @param number of the account
 * @param name of its holder, may be empty
 * @param kind of the account
 * @param isOriginal true for the account that paid
 */
public record RefundAccount(String institutionCode, String number, String name, AccountKind kind, boolean isOriginal) {

    /** The identity of the account. */
    public AccountRef.Key key() {
        return new AccountRef.Key(institutionCode, number);
    }

    /** True when an order to pay to it can be sent: it is named in full. */
    public boolean isPayable() {
        return InstitutionCode.isValid(institutionCode) && AccountNumber.hasForm(number) && !name.isEmpty();
    }

    @Override
    public String toString() {
        return key().toString();
    }
}
