package org.stoppayment.cli.command;

import org.stoppayment.cli.text.TextKey;

/** Errors of the command line. */
enum CommandLineText implements TextKey {
    UNKNOWN_OPTION,
    UNKNOWN_COMMAND,
    NO_COMMAND,
    UNMATCHED,
    MISSING,
    GIVEN_TWICE,
    EXCLUSIVE,
    INVALID_VALUE,
    NOT_UNDERSTOOD,
    DID_YOU_MEAN,
    SEE_HELP,
    LOST_IN_ARGUMENT,
    LOST_IN_VARIABLE
}
