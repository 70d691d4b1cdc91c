package org.stoppayment.cli.command.refund.books;

import org.stoppayment.cli.text.TextKey;

/** What the commands about the books say. */
enum BooksText implements TextKey {
    AS_RECORDED,
    MOMENT_INVALID,
    ENTRIES,
    NO_ENTRIES,
    IN_ALL,
    REVERSES,
    REVERSED,
    CLAIMS_OVERLAP,
    ONE_PERSON,
    NOT_VERIFIED,
    REVERSE_QUESTION,
    CORRECTED,
    CORRECTED_TOTAL,
    TARGET_REQUIRED,
    NO_DIFFERENCES,
    ACCOUNT_INVALID
}
