package org.stoppayment.cli.command.refund;

import org.stoppayment.cli.command.refund.explain.Explanation;
import org.stoppayment.cli.command.refund.explain.Section;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;

/** Prints the explanation of a plan. */
final class PlanView {

    private final Console console;

    PlanView(Console console) {
        this.console = console;
    }

    void print(Explanation explanation) {
        explanation.head().forEach(this::line);
        for (Explanation.Account account : explanation.accounts()) {
            console.print("");
            console.print(console.fitted(console.toned(Tone.STRONG, account.title())));
            account.sections().forEach(this::section);
        }
        explanation.outcome().forEach(this::section);
        console.print("");
        line(explanation.totals());
    }

    private void section(Section section) {
        console.print("");
        console.print(console.toned(Tone.STRONG, section.title()));
        section.lines().forEach(this::line);
        section.grid().ifPresent(grid -> {
            if (!grid.caption().equals(section.title())) {
                console.print(grid.caption());
            }
            console.print(grid.render(console));
        });
    }

    private void line(String text) {
        console.print(console.fitted(text));
    }
}
