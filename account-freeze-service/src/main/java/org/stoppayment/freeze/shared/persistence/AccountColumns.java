package org.stoppayment.freeze.shared.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.AccountKind;

/** An account in the columns of an entity's row. */
@Embeddable
public class AccountColumns {

    @Column(name = "institution_code")
    String institutionCode = "";

    @Column(name = "account_number")
    String number = "";

    @Column(name = "account_name")
    String name = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "account_kind")
    AccountKind kind = AccountKind.UNSPECIFIED;

    /** The columns of an account. */
    public static AccountColumns of(AccountRef account) {
        AccountColumns columns = new AccountColumns();
        columns.institutionCode = account.institutionCode();
        columns.number = account.number();
        columns.name = account.name();
        columns.kind = account.kind();
        return columns;
    }

    /** The account of these columns. */
    public AccountRef account() {
        return new AccountRef(institutionCode, number, name, kind);
    }
}
