package org.stoppayment.cli.command.duty;

import org.stoppayment.cli.text.TextKey;

/** What the commands of the officer on duty say. */
enum DutyText implements TextKey {
    NO_ALERTS,
    NOTHING_NEEDS_ATTENTION,
    ALL_REASONS,
    CLOSED,
    INSTITUTION_AMBIGUOUS,
    NEW_ITEM,
    NEW,
    CHANGED,
    GONE,
    GONE_ITEM,
    MORE_ITEMS,
    CONNECTION_LOST,
    RECONNECTED,
    CONTACTS_UNAVAILABLE,
    CONTACTS_UNKNOWN,
    NO_MANUAL_ORDERS,
    TAKE_A_REPORT,
    NO_ENTRIES,
    HAS_CALLED,
    IS_A_MULE,
    REPORTED_IN,
    MISSING,
    NO_RESOLUTION,
    STOP_MOMENT_IMPLAUSIBLE,
    NO_MULES,
    HELD,
    FREE,
    URGENT,
    ACCOUNT_EMPTY,
    INSTITUTION_ALONE,
    OTHER_CLAIMS,
    LIFT_QUESTION,
    END_CLAIM_QUESTION,
    CLAIM_ENDED,
    LIFT_ORDER,
    EXTENSION_ORDER
}
