package org.stoppayment.freeze.queries.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stoppayment.freeze.orders.domain.ReportedBookings;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * What an institution says to a query, by whatever wire it came.
 *
 * @param id of the query
 * @param code the result
 * @param accountNumber of the account that it is about, as the institution writes it; empty when it did not tell
 * @param complete false when bookings or accounts are still owed
 * @param parts names of the parts that it has, such as {@code holder}
 * @param unreadable fields that are missing or could not be read, and are left out
 * @param nextPageToken asks for the next page; empty on the last one
 * @param bookings what left the account, in the answer to TRANSACTIONS
 * @param holderName name of the holder, in the answer to HOLDER; empty when it is not told
 * @param report what a watch has seen
 * @param content all of it but the report, as it is stored
 * @param digest of the content without the moment for which it holds: the same told later is no other answer
 */
public record QueryAnswer(
        ApplicationId id,
        ResultCode code,
        String accountNumber,
        boolean complete,
        Set<String> parts,
        List<String> unreadable,
        String nextPageToken,
        ReportedBookings bookings,
        String holderName,
        Optional<Report> report,
        String content,
        String digest) {

    private static final String ACCOUNT_NUMBER = "accountNumber";

    public QueryAnswer {
        parts = Set.copyOf(parts);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * A report of a watch.
     *
     * @param key what makes it the same report when it comes again: its number, else its content; one that names no account is another than
     *     the one with the same number that does
     * @param sequence its number within the watch; empty when it has none
     * @param bookings what left the account
     * @param content all of it, as it is stored
     * @param namesAccount false when it does not say which account it is about: it is kept, and its bookings are not traced
     */
    public record Report(
            String key, Optional<Long> sequence, ReportedBookings bookings, String content, boolean namesAccount) {

        /** Safe for logs. */
        @Override
        public String toString() {
            return "report " + key;
        }
    }

    /** True when the institution did what it was asked. */
    public boolean isDone() {
        return code.equals(ResultCode.OK);
    }

    /** True when it names another account than {@code number}; what it does not tell cannot be another. */
    public boolean isAboutAnother(String number) {
        return !accountNumber.isEmpty()
                && !AccountNumber.normalise(accountNumber).equals(AccountNumber.normalise(number));
    }

    /**
     * What an answer to {@code asked} must have and this one lacks: the number of the account, without which nobody knows what it is about,
     * and the part that was asked for. A report of a watch needs no part.
     */
    public List<String> missing(QueryKind asked) {
        if (!isDone()) {
            return List.of();
        }
        boolean isReport = asked == QueryKind.WATCH && report.isPresent();
        Optional<String> number = Optional.of(ACCOUNT_NUMBER).filter(name -> accountNumber.isEmpty());
        Optional<String> part = asked.part().filter(name -> !isReport && !parts.contains(name));
        return Stream.concat(number.stream(), part.stream()).toList();
    }

    /** Safe for logs. */
    @Override
    public String toString() {
        return id + " " + code;
    }
}
