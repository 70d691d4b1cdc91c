package org.stoppayment.cli.command.simulation;

import org.stoppayment.cli.text.TextKey;

/** What the demo says. */
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
    SECONDS,
    FROZEN,
    NOT_FROZEN,
    GIVEN_BACK,
    NOT_GIVEN_BACK,
    WHY,
    PLAYING,
    FREEZING,
    GIVING_BACK,
    RUNNING,
    DIFFERS,
    LEVEL_BY_LEVEL,
    DIAGRAM,
    CALL,
    BANK,
    DURABLE,
    SENT,
    ARRIVED,
    IN_EFFECT,
    ANSWERED,
    BOOKED
}
