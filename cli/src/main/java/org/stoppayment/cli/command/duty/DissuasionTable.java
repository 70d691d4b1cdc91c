package org.stoppayment.cli.command.duty;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.Dissuasion;
import org.stoppayment.proto.freeze.v1.DissuasionOutcome;
import org.stoppayment.proto.freeze.v1.DissuasionState;

/** The dissuasion list as a table, with what case-intake knows of the payers. Masking is up to the caller. */
final class DissuasionTable {

    private DissuasionTable() {}

    /** One line for each entry. */
    static String of(Console console, List<Dissuasion> entries, VictimContacts contacts) {
        Table table = new Table(Heading.of(
                console,
                Heading.ENTRY,
                Heading.STATE,
                Heading.PAYER,
                Heading.NAME,
                Heading.PHONE,
                Heading.INSTITUTION,
                Heading.PAID,
                Heading.TRANSFERS,
                Heading.LAST_PAID,
                Heading.INTO_STOPPED_ACCOUNT,
                Heading.OFFICER,
                Heading.NOTES));
        for (Dissuasion entry : entries) {
            table.row(
                    entry.getDissuasionId(),
                    console.toned(tone(entry.getState()), console.vocabulary().value(entry.getState())),
                    Formats.number(entry.getPayer()),
                    Formats.orDash(contacts.name(entry)),
                    Formats.orDash(contacts.phone(entry)),
                    Formats.orDash(
                            console.vocabulary().institution(entry.getPayer().getInstitutionCode())),
                    Formats.yuan(entry.getAmountFen()),
                    entry.getTransferCount(),
                    console.moment(entry.getLastBookedAt()),
                    Formats.number(entry.getAccount()),
                    Formats.orDash(entry.getOfficer().getBadgeNumber()),
                    Formats.orDash(notes(console, entry, contacts)));
        }
        return table.isEmpty() ? console.text(DutyText.NO_ENTRIES) : table.render(console);
    }

    private static Tone tone(DissuasionState state) {
        return switch (state) {
            case DISSUASION_STATE_OPEN -> Tone.BAD;
            case DISSUASION_STATE_CLAIMED -> Tone.WARNING;
            case DISSUASION_STATE_CLOSED -> Tone.GOOD;
            default -> Tone.QUIET;
        };
    }

    private static String notes(Console console, Dissuasion entry, VictimContacts contacts) {
        if (entry.getOutcome() != DissuasionOutcome.DISSUASION_OUTCOME_UNSPECIFIED) {
            return console.vocabulary().value(entry.getOutcome());
        }
        return Stream.of(
                        switch (entry.getWithdrawal()) {
                            case DISSUASION_WITHDRAWAL_REPORTED -> console.text(DutyText.HAS_CALLED);
                            case DISSUASION_WITHDRAWAL_MULE -> console.text(DutyText.IS_A_MULE);
                            default -> "";
                        },
                        contacts.missing(console, entry),
                        contacts.of(entry).stream()
                                .findFirst()
                                .map(contact -> console.text(DutyText.REPORTED_IN, contact.getCaseId()))
                                .orElse(""))
                .filter(note -> !note.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
