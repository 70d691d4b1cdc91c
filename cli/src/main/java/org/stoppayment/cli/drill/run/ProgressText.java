package org.stoppayment.cli.drill.run;

import org.stoppayment.cli.text.TextKey;

/** What a drill says while it runs. */
enum ProgressText implements TextKey {
    DRILLED_BEFORE,
    PROGRESS
}
