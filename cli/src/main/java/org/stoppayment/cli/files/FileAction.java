package org.stoppayment.cli.files;

import java.io.IOException;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.text.SystemReason;
import org.stoppayment.cli.text.TextKey;

/** What is done with a file, a directory or a program, and failed. */
public enum FileAction implements TextKey {
    CREATE,
    READ,
    READ_INPUT,
    WRITE,
    DELETE,
    CLEAR,
    RESTORE,
    LOCK,
    UNLOCK,
    SET_UP_POSTGRES,
    UNPACK_POSTGRES,
    READ_POSTGRES_PROCESS,
    LIST_PROCESSES,
    START,
    CHECK_RULES;

    /** The failure, with the reason that the system gives, in the language of who reads it. */
    public CliException failed(Object what, IOException reason) {
        return CliException.failed(this, what.toString(), SystemReason.of(reason));
    }
}
