package org.stoppayment.cli.command.simulation;

import org.stoppayment.cli.text.TextKey;

/** What the run of a case says. */
enum RunText implements TextKey {
    CASE,
    REPLAY,
    TIMES_NOTE,
    MS,
    EVENT,
    ACCOUNT,
    INSTITUTION,
    DETAIL,
    CALL,
    REPORT_SENT,
    REPORTED,
    DURABLE,
    RECEIVED,
    ATTEMPT,
    BOOKED,
    BOTH_AGREE,
    SUMS,
    LAST_STOP,
    NO_STOP,
    NOT_SETTLED,
    DIFFERENCE,
    AS_EXPECTED,
    DIFFERENCES
}
