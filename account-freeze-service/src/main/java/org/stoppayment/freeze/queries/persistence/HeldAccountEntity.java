package org.stoppayment.freeze.queries.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.queries.application.HeldAccounts.Due;
import org.stoppayment.freeze.shared.domain.AccountRef;

/** An account that something of ours holds or held. */
@Entity
@Table(name = "held_account")
@IdClass(HeldAccountEntity.Key.class)
class HeldAccountEntity {

    @Id
    @Column(name = "institution_code")
    String institutionCode;

    @Id
    @Column(name = "account_number")
    String accountNumber;

    @Nullable
    @Column(name = "statement_due_at")
    Instant statementDueAt;

    @Column(name = "statements_asked")
    int statementsAsked;

    @Nullable
    @Column(name = "balance_due_at")
    Instant balanceDueAt;

    int marks;

    Due due() {
        return new Due(new AccountRef.Key(institutionCode, accountNumber), marks, statementsAsked);
    }

    /** The account. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        String institutionCode;

        String accountNumber;

        Key() {}

        static Key of(AccountRef.Key account) {
            Key key = new Key();
            key.institutionCode = account.institutionCode();
            key.accountNumber = account.number();
            return key;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && key.institutionCode.equals(institutionCode)
                    && key.accountNumber.equals(accountNumber);
        }

        @Override
        public int hashCode() {
            return Objects.hash(institutionCode, accountNumber);
        }
    }
}
