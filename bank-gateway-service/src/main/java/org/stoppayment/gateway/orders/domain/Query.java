package org.stoppayment.gateway.orders.domain;

import java.time.Instant;
import java.util.UUID;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.feedback.domain.OrderKind;
import org.stoppayment.gateway.queries.domain.QueryKind;

/**
 * A query about an account (即时查询). It holds nothing.
 *
 * @param id the institution's idempotency key
 * @param caseId the case
 * @param account the account that is asked about
 * @param question what is asked
 * @param basis what it rests on
 * @param reason for the institution's records
 * @param appliedAt when the query was made
 * @param operator the officer
 */
public record Query(
        ApplicationId id,
        UUID caseId,
        Account account,
        Question question,
        QueryBasis basis,
        String reason,
        Instant appliedAt,
        Operator operator)
        implements Order {

    /** What is asked. */
    public sealed interface Question {

        /** Its kind. */
        QueryKind kind();

        /** Who holds the account. */
        record Holder() implements Question {
            @Override
            public QueryKind kind() {
                return QueryKind.HOLDER;
            }
        }

        /** What is on the account, and what holds it. */
        record Balance() implements Question {
            @Override
            public QueryKind kind() {
                return QueryKind.BALANCE;
            }
        }

        /**
         * The bookings.
         *
         * @param since the first moment of the bookings
         * @param pageToken from the page before; empty for the first page
         */
        record Transactions(Instant since, String pageToken) implements Question {
            @Override
            public QueryKind kind() {
                return QueryKind.TRANSACTIONS;
            }
        }

        /**
         * All accounts of the holder at the institution.
         *
         * @param pageToken from the page before; empty for the first page
         */
        record Accounts(String pageToken) implements Question {
            @Override
            public QueryKind kind() {
                return QueryKind.ACCOUNTS;
            }
        }

        /**
         * Each new booking from now on.
         *
         * @param until when the watch ends
         */
        record Watch(Instant until) implements Question {
            @Override
            public QueryKind kind() {
                return QueryKind.WATCH;
            }
        }

        /**
         * The end of a watch.
         *
         * @param watch the watch to end
         */
        record WatchEnd(ApplicationId watch) implements Question {
            @Override
            public QueryKind kind() {
                return QueryKind.WATCH_END;
            }
        }
    }

    /**
     * What an inquiry about a query must know to read its answer.
     *
     * @param id the query
     * @param accountNumber the account that was asked about
     * @param kind what was asked
     */
    public record Subject(ApplicationId id, String accountNumber, QueryKind kind) {

        /** The id only: safe for logs. */
        @Override
        public String toString() {
            return id.value();
        }
    }

    /** What its answer must be about. */
    public Subject subject() {
        return new Subject(id, account.number(), question.kind());
    }

    @Override
    public String name() {
        return "query";
    }

    @Override
    public OrderKind kind() {
        return OrderKind.QUERY;
    }
}
