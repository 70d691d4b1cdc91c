package org.stoppayment.freeze.shared.persistence;

import java.util.function.UnaryOperator;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.AccountKind;

/** Reads an account from the columns of a row, or from the fields of a JSON object that Postgres made of one. */
public final class StoredAccount {

    private StoredAccount() {}

    /** The account of {@code institution_code}, {@code account_number}, {@code account_name} and {@code account_kind}. */
    public static AccountRef read(UnaryOperator<String> column) {
        return read(column, "", "account_");
    }

    /** The account of {@code transfer_institution_code}, {@code transfer_account_number} and so on, for the prefix transfer_. */
    public static AccountRef read(UnaryOperator<String> column, String prefix) {
        return read(column, prefix, prefix + "account_");
    }

    /** The other party of a transfer: {@code payer_institution_code}, {@code payer_number} and so on, for the payer. */
    public static AccountRef party(UnaryOperator<String> column, String party) {
        return read(column, party + "_", party + "_");
    }

    /** What identifies the account. */
    public static AccountRef.Key key(UnaryOperator<String> column) {
        return new AccountRef.Key(column.apply("institution_code"), column.apply("account_number"));
    }

    private static AccountRef read(UnaryOperator<String> column, String ofInstitution, String ofAccount) {
        return new AccountRef(
                column.apply(ofInstitution + "institution_code"),
                column.apply(ofAccount + "number"),
                column.apply(ofAccount + "name"),
                AccountKind.valueOf(column.apply(ofAccount + "kind")));
    }
}
