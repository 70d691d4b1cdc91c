package org.stoppayment.cli.institutions;

import org.stoppayment.cli.text.TextKey;

/** What is said about an institution that is not found. The first argument is the option or field. */
enum InstitutionText implements TextKey {
    EMPTY,
    UNKNOWN,
    DID_YOU_MEAN,
    AMBIGUOUS,
    NO_NAMES
}
