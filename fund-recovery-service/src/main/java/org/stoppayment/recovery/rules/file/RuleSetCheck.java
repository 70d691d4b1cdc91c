package org.stoppayment.recovery.rules.file;

import java.io.PrintStream;
import java.nio.file.Path;
import org.stoppayment.kit.rules.RuleCheck;
import org.stoppayment.kit.rules.RuleFile;
import org.stoppayment.kit.rules.WrittenRules;

/** Checks the rules of the return of money by themselves, without a service. */
public final class RuleSetCheck {

    private RuleSetCheck() {}

    /** What the rules are of. */
    enum Kind {
        /** Of the return of money. */
        REFUNDS,
        /** Which days are working days. */
        WORKING_DAYS;

        private WrittenRules<?> read(Path file) {
            return this == REFUNDS
                    ? RuleFile.read(file, RefundRulesFile::yaml)
                    : RuleFile.read(file, WorkingDaysFile::yaml);
        }
    }

    /**
     * Takes a kind, REFUNDS or WORKING_DAYS, and the path of rules. Exits with 0 when a service would accept them, else exits with 2 and prints
     * a line for each finding: its field, its code and its description, with a tab between them.
     */
    public static void main(String[] arguments) {
        System.exit(check(Kind.valueOf(arguments[0]), Path.of(arguments[1]), System.err));
    }

    static int check(Kind kind, Path file, PrintStream findings) {
        return RuleCheck.run(() -> kind.read(file), findings);
    }
}
