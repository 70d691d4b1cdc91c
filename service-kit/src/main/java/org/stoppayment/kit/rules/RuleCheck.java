package org.stoppayment.kit.rules;

import java.io.PrintStream;

/** Checks rules by themselves, without a service: whoever starts one finds out before anything runs. */
public final class RuleCheck {

    /** Exit code: a service would accept the rules. */
    public static final int USABLE = 0;

    /** Exit code: a service would not start with the rules. */
    public static final int UNUSABLE = 2;

    private RuleCheck() {}

    /** Runs a reader of rules. Prints a line for each finding: its field, its code and its description, with a tab between them. */
    public static int run(Runnable reader, PrintStream findings) {
        try {
            reader.run();
            return USABLE;
        } catch (UnusableRules unusable) {
            unusable.findings()
                    .forEach(each -> findings.println(String.join(
                            "\t", each.field(), each.code(), each.description().replaceAll("\\s", " "))));
            return UNUSABLE;
        }
    }
}
