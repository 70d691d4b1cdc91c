package org.stoppayment.cli.output;

/** The exit codes of the command. Scripts rely on them. */
public final class ExitCode {

    /** Success. */
    public static final int OK = 0;
    /** Any other failure. */
    public static final int FAILED = 1;
    /** The command line or an input file is wrong. */
    public static final int USAGE = 2;
    /** The service refused: INVALID_ARGUMENT or FAILED_PRECONDITION. */
    public static final int REFUSED = 3;
    /** There is no such case or order. */
    public static final int NOT_FOUND = 4;
    /** The case or the institution is not as it was expected to be. */
    public static final int NOT_AS_EXPECTED = 5;
    /** The case was not settled in time. */
    public static final int NOT_SETTLED = 6;

    /** Whoever reads the result has closed the pipe; what a shell reports of a command that ends by SIGPIPE. */
    public static final int CLOSED_PIPE = 141;

    private ExitCode() {}
}
