package org.stoppayment.cli.command.duty;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Table table = new Table(
                "entry",
                "state",
                "payer",
                "name",
                "phone",
                "institution",
                ">paid",
                ">transfers",
                "last paid",
                "into stopped account",
                "officer",
                "notes");
        for (Dissuasion entry : entries) {
            table.row(
                    entry.getDissuasionId(),
                    console.toned(tone(entry.getState()), Formats.shortName(entry.getState())),
                    Formats.number(entry.getPayer()),
                    Formats.orDash(contacts.name(entry)),
                    Formats.orDash(contacts.phone(entry)),
                    Formats.orDash(entry.getPayer().getInstitutionCode()),
                    Formats.yuan(entry.getAmountFen()),
                    entry.getTransferCount(),
                    console.moment(entry.getLastBookedAt()),
                    Formats.number(entry.getAccount()),
                    Formats.orDash(entry.getOfficer().getBadgeNumber()),
                    Formats.orDash(notes(entry, contacts)));
        }
        return table.isEmpty() ? "no entries" : table.render();
    }

    private static Tone tone(DissuasionState state) {
        return switch (state) {
            case DISSUASION_STATE_OPEN -> Tone.BAD;
            case DISSUASION_STATE_CLAIMED -> Tone.WARNING;
            case DISSUASION_STATE_CLOSED -> Tone.GOOD;
            default -> Tone.QUIET;
        };
    }

    private static String notes(Dissuasion entry, VictimContacts contacts) {
        if (entry.getOutcome() != DissuasionOutcome.DISSUASION_OUTCOME_UNSPECIFIED) {
            return Formats.shortName(entry.getOutcome());
        }
        return Stream.of(
                        switch (entry.getWithdrawal()) {
                            case DISSUASION_WITHDRAWAL_REPORTED -> "has called";
                            case DISSUASION_WITHDRAWAL_MULE -> "is a mule";
                            default -> "";
                        },
                        contacts.missing(entry),
                        contacts.of(entry).stream()
                                .findFirst()
                                .map(contact -> "reported in " + contact.getCaseId())
                                .orElse(""))
                .filter(note -> !note.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
