package org.stoppayment.cli.client;

import org.stoppayment.cli.text.TextKey;

/** What goes wrong with the simulator. */
enum SimulatorText implements TextKey {
    UNREADABLE_ANSWER,
    UNREACHABLE,
    REFUSED,
    REFUSED_BECAUSE
}
