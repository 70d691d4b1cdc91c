package org.stoppayment.cli.command.refund.watch;

import org.stoppayment.cli.text.TextKey;

/** What the live view of the return of money says. */
enum WatchText implements TextKey {
    VICTIM,
    GOES_TO,
    GOES_NOWHERE,
    DISPUTES,
    ACCOUNT,
    PLAN,
    NO_PLAN,
    PAYOUT,
    NOT_MET,
    BLOCKED,
    AS_OF,
    CONNECTION_LOST,
    RECONNECTED,
    SHOWN_AS_OF
}
