package org.stoppayment.cli.fake;

/** The only class of a jar that is archived. Ends with the exit code that it is given. */
public final class ArchivedProgram {

    private ArchivedProgram() {}

    public static void main(String[] arguments) {
        System.exit(Integer.parseInt(arguments[0]));
    }
}
