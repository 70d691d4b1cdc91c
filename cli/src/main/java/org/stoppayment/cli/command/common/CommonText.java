package org.stoppayment.cli.command.common;

import org.stoppayment.cli.text.TextKey;

/** What all commands say. */
enum CommonText implements TextKey {
    NO_SUITE,
    CERTIFICATE_PROBLEM,
    CERTIFICATE,
    LOG,
    NOT_RUNNING,
    ADDRESS,
    REQUEST_ID_MADE,
    MORE_PAGES,
    YES_REQUIRED,
    QUESTION,
    NOTHING_SENT,
    WARNING,
    ONE_DOCUMENT,
    DOCUMENT_UNREADABLE,
    DOCUMENT_MISSING,
    DIGEST_INVALID,
    OFFICER_INVALID,
    APPROVAL_INCOMPLETE,
    VALUE_INVALID
}
