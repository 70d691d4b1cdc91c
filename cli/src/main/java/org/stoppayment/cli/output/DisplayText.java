package org.stoppayment.cli.output;

import org.stoppayment.cli.text.TextKey;

/** What a live display adds to what it shows. */
enum DisplayText implements TextKey {
    MORE_LINES
}
