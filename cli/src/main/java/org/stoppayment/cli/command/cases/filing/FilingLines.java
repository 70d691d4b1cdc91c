package org.stoppayment.cli.command.cases.filing;

import java.util.List;
import org.stoppayment.cli.output.Console;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.Filing;
import org.stoppayment.proto.intake.v1.FilingFacts;

/** The filing of a case as text. */
public final class FilingLines {

    private static final int SHOWN_DIGITS = 8;

    private FilingLines() {}

    /** Prints how a case was filed, by the revision that counts, and how it was closed; nothing while it is neither. */
    public static void print(Console console, Case found) {
        List<Filing> filings = found.getFilingsList();
        if (!filings.isEmpty()) {
            FilingFacts facts = filings.get(filings.size() - 1).getFacts();
            print(
                    console,
                    console.text(
                            FilingText.FILED_LINE,
                            console.moment(facts.getFiledAt()),
                            facts.getNumber(),
                            facts.getOrganisation()));
            print(console, console.text(FilingText.DOCUMENT_LINE, facts.getDocumentDigest()));
        }
        if (found.hasClosing()) {
            print(
                    console,
                    console.text(
                            FilingText.CLOSED_LINE,
                            console.moment(found.getClosing().getClosedAt()),
                            found.getClosing().getReason()));
        }
    }

    private static void print(Console console, String line) {
        console.print(console.fitted(line));
    }

    /** A revision in one line: the first digits of its digest, and its reason when it is a correction. */
    public static String revision(Console console, Filing filing) {
        FilingFacts facts = filing.getFacts();
        String digest = facts.getDocumentDigest();
        String shown = console.text(
                FilingText.REVISION,
                facts.getNumber(),
                facts.getOrganisation(),
                console.moment(facts.getFiledAt()),
                digest.substring(0, Math.min(SHOWN_DIGITS, digest.length())));
        return filing.getReason().isEmpty() ? shown : console.texts().named(filing.getReason(), shown);
    }

    /** All that a filing says, a line each. */
    static String facts(Console console, FilingFacts facts) {
        return console.text(
                FilingText.FACTS,
                facts.getNumber(),
                facts.getOrganisation(),
                console.moment(facts.getFiledAt()),
                facts.getDocumentDigest());
    }
}
