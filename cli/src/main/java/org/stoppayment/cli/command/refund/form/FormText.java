package org.stoppayment.cli.command.refund.form;

import org.stoppayment.cli.text.TextKey;

/** What the commands about forms say. */
enum FormText implements TextKey {
    FORM,
    OF,
    CAN_BE_MADE,
    YES,
    VERSION,
    PAGES,
    MADE_AT,
    MADE_BY,
    DIGEST,
    APPROVED_FILE,
    NOTHING_MADE,
    NOTHING_TO_EXPORT,
    NO_SUCH_CASE,
    EXPORT_WITH,
    FILE,
    WRITTEN,
    MISSING_CHARACTERS,
    NOT_THE_APPROVED,
    DAMAGED,
    NO_FORM
}
