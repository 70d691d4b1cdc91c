package org.stoppayment.cli.command.refund.explain;

import java.util.List;
import java.util.Optional;

/**
 * A part of the explanation of an account.
 *
 * @param kind what it is about
 * @param title above it
 * @param lines sentences
 * @param grid the table behind them
 */
public record Section(Kind kind, String title, List<String> lines, Optional<Grid> grid) {

    /** What sections are about, in their order. */
    public enum Kind {
        SHARES,
        HOLDS,
        FLOWS,
        METHOD,
        PAYOUTS,
        CONDITIONS,
        RESIDUAL,
        APPROVAL,
        PAYMENTS
    }

    public Section {
        lines = List.copyOf(lines);
    }

    /** True for how the money came, which a page draws as well. */
    public boolean isFlows() {
        return kind == Kind.FLOWS;
    }
}
