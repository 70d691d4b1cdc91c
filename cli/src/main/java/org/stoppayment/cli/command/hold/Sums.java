package org.stoppayment.cli.command.hold;

import org.stoppayment.cli.cases.Yuan;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.kernel.Money;

/** Sums in yuan on the command line. */
final class Sums {

    private Sums() {}

    /** The sum in fen; fails with the range when it is none. */
    static long fen(String option, String typed) {
        return Yuan.fen(typed.strip())
                .orElseThrow(() -> CliException.usage(
                        HoldText.SUM_INVALID,
                        option,
                        typed,
                        Money.ofFen(Money.MAX_FEN).toString()));
    }

    /** The same, or nothing: 0. */
    static long fenOrNothing(String option, String typed) {
        return Yuan.isYuan(typed.strip()) && typed.matches("[0.\\s]+") ? 0 : fen(option, typed);
    }
}
