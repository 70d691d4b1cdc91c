package org.stoppayment.cli.postgres;

import org.stoppayment.cli.text.TextKey;

/** What goes wrong with a database server. */
enum PostgresText implements TextKey {
    NO_BINARIES,
    DOES_NOT_END,
    FAILED,
    NOT_INITIALISED,
    NOT_STARTED,
    NOT_STOPPED,
    URL_INVALID,
    UNREACHABLE,
    STILL_USED
}
