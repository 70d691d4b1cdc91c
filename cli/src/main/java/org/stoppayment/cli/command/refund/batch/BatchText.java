package org.stoppayment.cli.command.refund.batch;

import org.stoppayment.cli.text.TextKey;

/** What the commands about batches say. */
enum BatchText implements TextKey {
    BATCH,
    STATION,
    INSTITUTION,
    SUM,
    AGE,
    STAGE,
    MADE,
    PLANS,
    DIGEST,
    REJECTED,
    DOCUMENT,
    DIGEST_INVALID,
    DIGEST_DIFFERS,
    FORMAT_UNKNOWN,
    RANGE_REVERSED,
    NUMBER_INVALID,
    NOTHING_CHOSEN,
    LEFT_OUT,
    NO_BATCHES,
    CREATE_QUESTION,
    SUBMIT_QUESTION,
    APPROVE_QUESTION,
    REJECT_QUESTION,
    PAY_QUESTION,
    CREATE_WITH,
    SUBMIT_WITH,
    APPROVE_WITH,
    PAY_WITH,
    SHOW_WITH,
    CHOOSING,
    DONE_OF,
    SETTLED_OF,
    REPEAT,
    EXPORTING,
    PERSONAL,
    EXPORTED
}
