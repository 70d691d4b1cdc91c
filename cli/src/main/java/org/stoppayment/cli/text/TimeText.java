package org.stoppayment.cli.text;

/** Units of time. */
enum TimeText implements TextKey {
    DAYS,
    HOURS,
    MINUTES,
    SECONDS
}
