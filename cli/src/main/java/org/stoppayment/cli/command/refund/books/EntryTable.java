package org.stoppayment.cli.command.refund.books;

import java.util.List;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.recovery.v1.LedgerEntry;

/** Entries of the books as a table. */
final class EntryTable {

    private final Console console;

    EntryTable(Console console) {
        this.console = console;
    }

    /** Prints them, in order. */
    void print(List<LedgerEntry> entries) {
        console.print(text(entries));
    }

    /** Shows them beside the result of the command, before it asks. */
    void preview(List<LedgerEntry> entries) {
        console.progress(text(entries));
    }

    private String text(List<LedgerEntry> entries) {
        return entries.isEmpty() ? console.text(BooksText.NO_ENTRIES) : render(entries);
    }

    private String render(List<LedgerEntry> entries) {
        Table table = new Table(Heading.of(
                console,
                Heading.AT,
                Heading.SUM,
                Heading.FROM_POSITION,
                Heading.TO_POSITION,
                Heading.BECAUSE,
                Heading.ACCOUNT,
                Heading.RECORDED,
                Heading.CASE,
                Heading.ENTRY,
                Heading.EVENT,
                Heading.NOTES));
        for (LedgerEntry entry : entries) {
            table.row(
                    console.moment(entry.getOccurredAt()),
                    Formats.yuan(entry.getAmountFen()),
                    console.vocabulary().value(entry.getFrom()),
                    console.vocabulary().value(entry.getTo()),
                    console.vocabulary().value(entry.getCause()),
                    Formats.number(entry.getAccount()),
                    console.moment(entry.getRecordedAt()),
                    Formats.orDash(entry.getCaseId()),
                    entry.getEntryId(),
                    entry.getEventId(),
                    Formats.orDash(note(entry)));
        }
        return table.render(console);
    }

    private String note(LedgerEntry entry) {
        if (!entry.getReversesEntryId().isEmpty()) {
            return console.toned(
                    Tone.WARNING,
                    console.text(
                            BooksText.REVERSES,
                            entry.getReversesEntryId(),
                            entry.getCorrection().getReason()));
        }
        return entry.getReversedByEntryId().isEmpty()
                ? ""
                : console.toned(Tone.QUIET, console.text(BooksText.REVERSED, entry.getReversedByEntryId()));
    }
}
