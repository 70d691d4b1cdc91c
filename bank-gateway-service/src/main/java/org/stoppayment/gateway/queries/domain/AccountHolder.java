package org.stoppayment.gateway.queries.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.AccountKind;

/**
 * Who holds an account, as its institution tells it. What is not told or cannot be read is empty.
 *
 * @param name name of the holder
 * @param kind kind of the account
 * @param idDocumentType type of the document that the account was opened with
 * @param idDocumentNumber its number, with {@code *} for each hidden character
 * @param openedAt when the account was opened
 * @param state state of the account
 * @param phone telephone number of the holder
 */
public record AccountHolder(
        Optional<String> name,
        AccountKind kind,
        Optional<IdDocumentType> idDocumentType,
        Optional<String> idDocumentNumber,
        Optional<Instant> openedAt,
        Optional<AccountState> state,
        Optional<String> phone) {

    /** Nothing of it can be read. */
    public static final AccountHolder UNKNOWN = new AccountHolder(
            Optional.empty(),
            AccountKind.UNSPECIFIED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Kind and state only: safe for logs. */
    @Override
    public String toString() {
        return kind + " " + state;
    }
}
