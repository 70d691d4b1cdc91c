package org.stoppayment.cli.command.cases.filing;

import org.stoppayment.cli.text.TextKey;

/** What the commands about the filing of a case say. */
public enum FilingText implements TextKey {
    FILED_LINE,
    DOCUMENT_LINE,
    CLOSED_LINE,
    REVISION,
    FACTS,
    WOULD_BE_FILED,
    READS,
    WOULD_READ,
    FILE_QUESTION,
    CORRECT_QUESTION,
    CLOSE_QUESTION,
    REQUEST_ID_MADE,
    FILED,
    FILED_ALREADY,
    CORRECTED,
    CORRECTED_ALREADY,
    CLOSED,
    CLOSED_ALREADY,
    NOT_FILED,
    NO_SUCH_REVISION,
    NOTHING_CHANGED,
    OPTION_MISSING,
    AT_INVALID
}
