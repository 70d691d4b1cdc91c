package org.stoppayment.cli.command.refund.report;

import org.stoppayment.cli.text.TextKey;

/** What each figure of recovery means, in a sentence; named as the figures. */
enum FigureMeaning implements TextKey {
    CASES,
    REPORTED,
    STOPPED,
    RETURNED,
    RETURN_RATE,
    HELD,
    FROZEN,
    EVER_FROZEN,
    LIFTED,
    LAPSED,
    CASH,
    MERCHANT,
    RESTORED,
    UNKNOWN,
    PAYMENTS,
    DAYS_P50,
    DAYS_P95,
    UNOWNED,
    UNATTRIBUTED
}
