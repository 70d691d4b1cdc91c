package org.stoppayment.cli.command.duty;

import java.util.List;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.Dissuasion;
import org.stoppayment.proto.freeze.v1.DissuasionOutcome;
import org.stoppayment.proto.freeze.v1.DissuasionState;

/** The dissuasion list as a table. Masking is up to the caller. */
public final class DissuasionTable {

    private DissuasionTable() {}

    /** One line per entry. */
    public static String of(Console console, List<Dissuasion> entries) {
        Table table = new Table(
                "entry",
                "state",
                "payer",
                "name",
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
                    Formats.orDash(entry.getPayer().getName()),
                    Formats.orDash(entry.getPayer().getInstitutionCode()),
                    Formats.yuan(entry.getAmountFen()),
                    entry.getTransferCount(),
                    Formats.moment(entry.getLastBookedAt()),
                    Formats.number(entry.getAccount()),
                    Formats.orDash(entry.getOfficer().getBadgeNumber()),
                    Formats.orDash(notes(entry)));
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

    private static String notes(Dissuasion entry) {
        if (entry.getOutcome() != DissuasionOutcome.DISSUASION_OUTCOME_UNSPECIFIED) {
            return Formats.shortName(entry.getOutcome());
        }
        return switch (entry.getWithdrawal()) {
            case DISSUASION_WITHDRAWAL_REPORTED -> "has called";
            case DISSUASION_WITHDRAWAL_MULE -> "is a mule";
            default -> "";
        };
    }
}
