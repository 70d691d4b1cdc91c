package org.stoppayment.freeze.rules.file;

import java.io.PrintStream;
import java.nio.file.Path;

/** Checks a rule set by itself, without a service: whoever starts one finds out before anything runs. */
public final class RuleSetCheck {

    private static final int USABLE = 0;
    private static final int UNUSABLE = 2;

    private RuleSetCheck() {}

    /** Takes the path of a rule set. Exits with 0 when a service would accept it, else prints the findings and exits with 2. */
    public static void main(String[] arguments) {
        System.exit(check(Path.of(arguments[0]), System.err));
    }

    static int check(Path file, PrintStream findings) {
        try {
            RuleSetFile.read(file);
            return USABLE;
        } catch (UnusableRules unusable) {
            findings.println(unusable.getMessage());
            return UNUSABLE;
        }
    }
}
