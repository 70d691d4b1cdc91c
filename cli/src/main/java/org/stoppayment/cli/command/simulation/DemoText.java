package org.stoppayment.cli.command.simulation;

import org.stoppayment.cli.text.TextKey;

/** What the first screen of the demo says. */
enum DemoText implements TextKey {
    REPORTED,
    NOTHING_STOPPED,
    NOT_STOPPED,
    CASH,
    MERCHANTS,
    RESTORED,
    NEEDS_ATTENTION,
    NOTHING_NEEDS_ATTENTION,
    AS_EXPECTED,
    MORE_BANKS,
    SECONDS
}
