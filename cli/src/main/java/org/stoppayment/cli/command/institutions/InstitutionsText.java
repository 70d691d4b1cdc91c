package org.stoppayment.cli.command.institutions;

import org.stoppayment.cli.text.TextKey;

/** What the commands about institutions say. */
enum InstitutionsText implements TextKey {
    NO_INSTITUTIONS,
    SENDING,
    PAUSED,
    PROBING,
    NOT_AT_THE_GATEWAY,
    SIMULATED,
    ADDED,
    OF_THE_REGISTRY
}
