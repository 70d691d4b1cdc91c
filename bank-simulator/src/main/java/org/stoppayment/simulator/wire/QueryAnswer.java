package org.stoppayment.simulator.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.ResultCode;

/**
 * The answer to a query, with the field names of the contract; absent fields are null.
 *
 * @param applicationId application id of the query
 * @param resultCode result code of the national platform
 * @param accountNumber the account that it is about, with 0000
 * @param asOf the moment for which it holds, with 0000
 * @param mismatched fields of the query that did not match
 * @param complete false when more bookings or accounts will be reported
 * @param holder the answer to HOLDER
 * @param balance the answer to BALANCE
 * @param transactions the answer to TRANSACTIONS
 * @param accounts the answer to ACCOUNTS
 * @param watch the answer to WATCH
 * @param report what a watch has seen
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record QueryAnswer(
        String applicationId,
        String resultCode,
        @Nullable String accountNumber,
        @Nullable Instant asOf,
        List<String> mismatched,
        boolean complete,
        QueryParts.@Nullable Holder holder,
        QueryParts.@Nullable Balance balance,
        QueryParts.@Nullable Transactions transactions,
        QueryParts.@Nullable Accounts accounts,
        QueryParts.@Nullable Watch watch,
        QueryParts.@Nullable Report report) {

    /** An answer with a code and the fields that did not match. */
    public static QueryAnswer plain(String applicationId, ResultCode code, List<String> mismatched) {
        return new QueryAnswer(
                applicationId, code.value(), null, null, mismatched, true, null, null, null, null, null, null);
    }

    /** An answer with 0000 and no part: the end of a watch, or what a part is added to. */
    public static QueryAnswer about(String applicationId, String accountNumber, Instant asOf) {
        return new QueryAnswer(
                applicationId,
                ResultCode.OK.value(),
                accountNumber,
                asOf,
                List.of(),
                true,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** This answer with the answer to HOLDER. */
    public QueryAnswer with(QueryParts.Holder told) {
        return new QueryAnswer(
                applicationId,
                resultCode,
                accountNumber,
                asOf,
                mismatched,
                complete,
                told,
                null,
                null,
                null,
                null,
                null);
    }

    /** This answer with the answer to BALANCE. */
    public QueryAnswer with(QueryParts.Balance told) {
        return new QueryAnswer(
                applicationId,
                resultCode,
                accountNumber,
                asOf,
                mismatched,
                complete,
                null,
                told,
                null,
                null,
                null,
                null);
    }

    /** This answer with the answer to TRANSACTIONS. */
    public QueryAnswer with(QueryParts.Transactions told) {
        return new QueryAnswer(
                applicationId,
                resultCode,
                accountNumber,
                asOf,
                mismatched,
                complete,
                null,
                null,
                told,
                null,
                null,
                null);
    }

    /** This answer with the answer to ACCOUNTS. */
    public QueryAnswer with(QueryParts.Accounts told) {
        return new QueryAnswer(
                applicationId,
                resultCode,
                accountNumber,
                asOf,
                mismatched,
                complete,
                null,
                null,
                null,
                told,
                null,
                null);
    }

    /** This answer with the answer to WATCH. */
    public QueryAnswer with(QueryParts.Watch told) {
        return new QueryAnswer(
                applicationId,
                resultCode,
                accountNumber,
                asOf,
                mismatched,
                complete,
                null,
                null,
                null,
                null,
                told,
                null);
    }

    /** This answer with what a watch has seen. */
    public QueryAnswer with(QueryParts.Report told) {
        return new QueryAnswer(
                applicationId,
                resultCode,
                accountNumber,
                asOf,
                mismatched,
                complete,
                null,
                null,
                null,
                null,
                null,
                told);
    }

    /** This answer with the first half of its bookings or accounts and {@code complete: false}; unchanged when it has neither. */
    public QueryAnswer firstPart() {
        QueryAnswer half = Optional.ofNullable(transactions)
                .map(all -> with(all.firstHalf()))
                .or(() -> Optional.ofNullable(accounts).map(all -> with(all.firstHalf())))
                .orElse(this);
        return half.equals(this) ? this : half.incomplete();
    }

    private QueryAnswer incomplete() {
        return new QueryAnswer(
                applicationId,
                resultCode,
                accountNumber,
                asOf,
                mismatched,
                false,
                holder,
                balance,
                transactions,
                accounts,
                watch,
                report);
    }

    /** This answer with nothing but its application id and result code. */
    public QueryAnswer onlyResult() {
        return new QueryAnswer(
                applicationId, resultCode, null, null, List.of(), true, null, null, null, null, null, null);
    }

    /** This answer with another application id. */
    public QueryAnswer withApplicationId(String other) {
        return new QueryAnswer(
                other,
                resultCode,
                accountNumber,
                asOf,
                mismatched,
                complete,
                holder,
                balance,
                transactions,
                accounts,
                watch,
                report);
    }

    /** This answer about another account. */
    public QueryAnswer withAccountNumber(String other) {
        return new QueryAnswer(
                applicationId,
                resultCode,
                other,
                asOf,
                mismatched,
                complete,
                holder,
                balance,
                transactions,
                accounts,
                watch,
                report);
    }
}
