package org.stoppayment.cli.command.view;

import org.stoppayment.cli.text.TextKey;

/** What tables and trees of several commands say. */
public enum ViewText implements TextKey {
    SUMS,
    NOT_CONSERVED,
    TIMES_NOTE,
    BEFORE,
    ATTENTION_SUFFIX,
    ATTENTION_LINE,
    UNDER_WAY,
    NO_CLAIMS,
    NO_ORDERS,
    CLAIM_ENDED,
    DECISIONS,
    ROUTED,
    RECORDED,
    NOT_TO_BE_STOPPED,
    CASE_WITHDRAWN,
    RESTOPPED,
    AMENDMENT,
    BY_THE_SYSTEM,
    NOT_RECORDED,
    URGENT,
    JOINED,
    BOOKINGS_TO_COME,
    HELD_AND_FROZEN,
    HELD_IN_BOX,
    DUPLICATES,
    MIDDLE_DOT,
    HALF_WIDTH_BRACKETS,
    SIMPLIFIED_CHARACTERS,
    TIMES_100,
    TIMES_10_000,
    TIMES_100_000_000,
    DIVIDED_BY_100,
    DIVIDED_BY_10_000,
    DIVIDED_BY_100_000_000,
    MATCHES_INFLOW,
    ONLY_AMOUNT_MISMATCHED,
    ANOTHER_REASON
}
