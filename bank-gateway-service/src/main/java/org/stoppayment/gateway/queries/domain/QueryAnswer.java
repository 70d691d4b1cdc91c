package org.stoppayment.gateway.queries.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.Violation;

/**
 * What an institution says to a query, in an answer or a callback.
 *
 * @param id the query
 * @param resultCode the result
 * @param accountNumber number of the account that it is about, as written; empty when it is not told or cannot be read
 * @param asOf the moment for which it holds; empty when it is not told or cannot be read
 * @param mismatched names of the query's fields that did not match
 * @param complete false when the institution still owes bookings or accounts of before {@code asOf}
 * @param parts what is told about the account; nothing unless the result is 0000
 * @param unreadable fields that are required and missing, or cannot be read; they are left out, with the whole booking, account or hold
 *     that one belongs to
 */
public record QueryAnswer(
        ApplicationId id,
        ResultCode resultCode,
        Optional<String> accountNumber,
        Optional<Instant> asOf,
        List<String> mismatched,
        boolean complete,
        Parts parts,
        List<Violation> unreadable) {

    public QueryAnswer {
        mismatched = List.copyOf(mismatched);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * What is told about an account. A query is answered with one of them; a callback of a watch brings reports.
     *
     * @param holder who holds the account
     * @param balance what is on it
     * @param transactions its bookings
     * @param accounts all accounts of its holder
     * @param watch the watch of it
     * @param report what the watch has seen
     */
    public record Parts(
            Optional<AccountHolder> holder,
            Optional<AccountBalance> balance,
            Optional<AccountTransactions> transactions,
            Optional<HolderAccounts> accounts,
            Optional<AccountWatch> watch,
            Optional<WatchReport> report) {

        /** Nothing is told. */
        public static final Parts NONE = new Parts(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** False when the answer names another account; what is not told cannot be another. */
    public boolean mayBeAbout(String number) {
        return accountNumber
                .map(AccountNumber::normalise)
                .filter(told -> !told.equals(AccountNumber.normalise(number)))
                .isEmpty();
    }

    /** Safe for logs. */
    @Override
    public String toString() {
        return id + " " + resultCode;
    }
}
