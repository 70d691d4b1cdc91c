package org.stoppayment.cli.command.simulation;

import org.stoppayment.cli.text.TextKey;

/** What the report of a drill says. */
enum DrillText implements TextKey {
    DRILLING,
    REPORT,
    REPORT_WITH_PLAN,
    HEAD,
    MONEY,
    YUAN,
    SHARE,
    REPORTED,
    GONE_BEFORE_CALL,
    STOPPABLE,
    STOPPED_OF_THAT,
    STOPPED_OF_ALL,
    LEVEL,
    RECEIVED,
    ONWARD,
    STOPPED,
    GONE_BEFORE,
    CASH,
    MERCHANT,
    STILL_THERE,
    TIMES_NOTE,
    ACCOUNTS,
    P50,
    P95,
    P99,
    MULES_KEEP_IT,
    CASES,
    COULD_BE_STOPPED,
    FROM_TO,
    FROM,
    NOT_STOPPED,
    IN_ALL,
    NOT_OVER,
    LATE,
    DIFFERS
}
