package org.stoppayment.cli.output;

/** Receives progress messages for people. */
@FunctionalInterface
public interface Progress {

    /** Ignores all messages. */
    Progress SILENT = line -> {};

    /** One line. */
    void say(String line);
}
