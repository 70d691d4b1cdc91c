package org.stoppayment.cli.command.victim.status;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.command.victim.status.VictimStatus.Section;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.recovery.v1.Positions;

/**
 * Puts into words what is not stopped. The sums are those of account-freeze, as of the same moment as its stops. Only what was let go is in the
 * ledger of fund-recovery alone: it is told once all events have reached it.
 */
final class RestWriter {

    private final Console console;
    private final VictimFacts facts;

    RestWriter(Console console, VictimFacts facts) {
        this.console = console;
        this.facts = facts;
    }

    Section gone() {
        List<String> lines =
                facts.progress().map(this::lines).orElseGet(() -> List.of(console.text(StatusText.NOT_KNOWN_NOW)));
        return new Section(console.text(StatusText.GONE), lines);
    }

    private List<String> lines(CaseProgress progress) {
        List<String> lines = new ArrayList<>();
        say(lines, StatusText.CASH, progress.getCashFen());
        say(lines, StatusText.MERCHANT, progress.getMerchantFen());
        say(lines, StatusText.RESTORED, progress.getRestoredFen());
        if (progress.getBooked()) {
            Positions books = facts.books().orElse(Positions.getDefaultInstance());
            say(lines, StatusText.LAPSED, books.getLapsedFen());
            say(lines, StatusText.LIFTED, books.getLiftedFen());
        }
        say(lines, StatusText.UNKNOWN, progress.getUnknownFen());
        if (!progress.getBooked() || !progress.getConserved()) {
            lines.add(console.text(StatusText.BEING_UPDATED));
        } else if (lines.isEmpty()) {
            lines.add(console.text(StatusText.NOTHING_GONE));
        }
        return lines;
    }

    private void say(List<String> lines, StatusText what, long fen) {
        if (fen > 0) {
            lines.add(console.text(what, Formats.yuan(fen)));
        }
    }
}
