package org.stoppayment.cli.command.hold.figures;

import org.stoppayment.cli.text.TextKey;

/** What the commands about figures of holds say. */
enum FiguresText implements TextKey {
    NOTHING_OVERHELD,
    MORE_OVERHELD,
    MONTH_INVALID,
    MONTHS_REVERSED,
    CSV_OR_JSON,
    TOTAL,
    STOPS,
    FREEZES
}
