package org.stoppayment.cli.command.refund.report;

import org.stoppayment.cli.text.TextKey;

/** What figures of recovery say beside their columns. */
enum ReportText implements TextKey {
    TITLE,
    PERIOD,
    COMPUTED,
    GROUP,
    TOTAL,
    NOT_KNOWN,
    LEVEL,
    LEVEL_NOT_KNOWN,
    TOO_MANY_GROUPS,
    WITHOUT_REPORT,
    DATE_INVALID,
    DATES_REVERSED,
    PERIOD_TOO_LONG,
    CSV_OR_JSON,
    PAGE_WRITTEN,
    FIGURES,
    MEANINGS,
    WHERE_TITLE,
    WHERE_DESCRIPTION,
    RATE_TITLE,
    RATE_DESCRIPTION,
    DAYS_TITLE,
    DAYS_DESCRIPTION,
    LARGEST_GROUPS,
    TABLE_REGION,
    RELEASED,
    SPENT
}
