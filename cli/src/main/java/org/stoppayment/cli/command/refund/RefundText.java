package org.stoppayment.cli.command.refund;

import org.stoppayment.cli.text.TextKey;

/** What the commands about refunds say. */
enum RefundText implements TextKey {
    NO_PLANS,
    EXPLAIN_WITH,
    ACCOUNTS_IN_PAIRS,
    ACCOUNT_INVALID,
    NO_MONEY,
    BOOKS,
    BOOKS_GONE,
    NO_BOOKS,
    CASE_TOTALS,
    OUT_OF_DATE,
    PLANS,
    CERTAIN,
    IN_PROPORTION,
    STATEMENT_MISSING,
    REPORT_WRITTEN,
    WATCH_ALONE
}
