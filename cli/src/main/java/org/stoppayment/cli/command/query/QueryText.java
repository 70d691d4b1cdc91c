package org.stoppayment.cli.command.query;

import org.stoppayment.cli.text.TextKey;

/** What the commands about queries say. */
enum QueryText implements TextKey {
    ACCOUNT_INVALID,
    MOMENT_INVALID,
    UNTIL_INVALID,
    STATE_INVALID,
    WAITING_FOR,
    NO_ANSWER_YET,
    FOLLOW,
    NO_QUERIES,
    QUERY_LINE,
    CASE_LINE,
    ACCOUNT_LINE,
    SINCE_LINE,
    UNTIL_LINE,
    REASON_LINE,
    BASIS_LINE,
    FILED_LINE,
    ORDERED_LINE,
    ANSWERED_LINE,
    OWED_LINE,
    MISSING_LINE,
    MISMATCHED_LINE,
    HOLDER_LINE,
    DOCUMENT_LINE,
    PHONE_LINE,
    OPENED_LINE,
    STATE_LINE,
    BALANCE_LINE,
    AVAILABLE_LINE,
    WATCHED_LINE,
    REPORTS_LINE,
    ENDS_WATCH_LINE,
    ENDED_BY_LINE,
    NEXT_PAGE_LINE,
    NO_HOLDS,
    NO_BOOKINGS,
    NO_ACCOUNTS
}
