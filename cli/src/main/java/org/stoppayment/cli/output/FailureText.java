package org.stoppayment.cli.output;

import org.stoppayment.cli.text.TextKey;

/** How failures are shown. */
enum FailureText implements TextKey {
    NO_DETAIL,
    CONNECTION_REFUSED,
    CONNECTION_LOST,
    TLS_REFUSED,
    TLS_OTHER_NAME,
    TLS_NOT_TRUSTED,
    NO_TLS,
    TLS_FAILED,
    REFUSED,
    FIELDS_WRONG,
    MORE_FIELDS,
    NOT_FOUND,
    UNREACHABLE,
    NO_ANSWER,
    NOT_ALLOWED,
    TOO_LARGE,
    SERVICE_FAILED,
    OTHER_STATUS,
    REASON,
    RETRY_IN,
    NOT_WRITTEN,
    NOT_WRITTEN_BECAUSE,
    INTERRUPTED,
    ORIGINAL,
    NO_LOG,
    LOG_END,
    UNREADABLE_LOG,
    FILE_FAILED,
    INPUT_OR_OUTPUT_FAILED,
    UNEXPECTED
}
