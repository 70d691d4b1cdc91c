package org.stoppayment.cli.suite;

/** Where the suite says what it does; lines for people. */
@FunctionalInterface
public interface Progress {

    /** Says nothing. */
    Progress SILENT = line -> {};

    /** One line. */
    void say(String line);
}
