package org.stoppayment.freeze.rules.file;

import java.io.PrintStream;
import java.nio.file.Path;
import org.stoppayment.kit.rules.RuleCheck;
import org.stoppayment.kit.rules.WrittenRules;

/** Checks rules by themselves, without a service: whoever starts one finds out before anything runs. */
public final class RuleSetCheck {

    private RuleSetCheck() {}

    /** What the rules are of. */
    enum Kind {
        /** Of stops. */
        STOPS,
        /** Of freezes. */
        HOLDS;

        private WrittenRules<?> read(Path file) {
            return this == STOPS ? RuleSetFile.read(file) : HoldRulesFile.read(file);
        }
    }

    /**
     * Takes a kind, STOPS or HOLDS, and the path of rules. Exits with 0 when a service would accept them, else exits with 2 and prints a line
     * for each finding: its field, its code and its description, with a tab between them.
     */
    public static void main(String[] arguments) {
        System.exit(check(Kind.valueOf(arguments[0]), Path.of(arguments[1]), System.err));
    }

    static int check(Kind kind, Path file, PrintStream findings) {
        return RuleCheck.run(() -> kind.read(file), findings);
    }
}
