package org.stoppayment.cli.output;

import org.stoppayment.cli.text.TextKey;
import org.stoppayment.cli.text.Texts;

/** Receives progress messages for people. */
@FunctionalInterface
public interface Progress {

    /** Ignores all messages. */
    Progress SILENT = line -> {};

    /** One line. */
    void say(String line);

    /** What its reader reads; English unless it says otherwise. */
    default Texts texts() {
        return Texts.ENGLISH;
    }

    /** One text in the language of its reader. */
    default void say(TextKey key, Object... arguments) {
        say(texts().of(key, arguments));
    }
}
