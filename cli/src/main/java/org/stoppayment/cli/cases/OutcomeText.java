package org.stoppayment.cli.cases;

import org.stoppayment.cli.text.TextKey;

/** How a case that was run came out. */
enum OutcomeText implements TextKey {
    NOT_TAKEN,
    UNDER_WAY,
    NOT_ALL_BOOKED,
    DIFFERENCE,
    TOTAL,
    RECOVERY,
    ORDER,
    NONE,
    CLOCKS_SHIFTED,
    SHIFT,
    THE_INSTITUTIONS,
    CLOCK_STEPPED
}
