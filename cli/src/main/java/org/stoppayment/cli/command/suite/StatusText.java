package org.stoppayment.cli.command.suite;

import org.stoppayment.cli.text.TextKey;

/** What the commands that start, stop and show the suite say. */
enum StatusText implements TextKey {
    SERVICE,
    PID,
    UP_FOR,
    STATE,
    MEMORY,
    ADDRESS,
    HEALTH,
    CERTIFICATES_END,
    READY,
    NOT_READY,
    DOWN,
    START_AGAIN,
    RESTARTED,
    NOTHING_RESTARTED,
    DETACHED,
    RUNNING,
    STOPPED_IN,
    NOTHING_RUNS
}
