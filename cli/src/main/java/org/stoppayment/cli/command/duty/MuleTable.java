package org.stoppayment.cli.command.duty;

import java.util.List;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.command.view.OrderTable;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.Mule;
import org.stoppayment.proto.freeze.v1.MuleCase;
import org.stoppayment.proto.freeze.v1.MuleHistory;
import org.stoppayment.proto.freeze.v1.MuleStop;

/** Known mules as tables. */
public final class MuleTable {

    private MuleTable() {}

    /** One line per mule. */
    public static String of(Console console, List<Mule> mules) {
        Table table = new Table(Heading.of(
                console,
                Heading.ACCOUNT,
                Heading.INSTITUTION,
                Heading.STOPS,
                Heading.CASES,
                Heading.TAINTED,
                Heading.NOW,
                Heading.FIRST_CASE,
                Heading.LAST_STOPPED));
        for (Mule mule : mules) {
            table.row(
                    Formats.number(mule.getAccount()),
                    Formats.orDash(
                            console.vocabulary().institution(mule.getAccount().getInstitutionCode())),
                    mule.getStopCount(),
                    mule.getCaseCount(),
                    Formats.yuan(mule.getTaintedFen()),
                    mule.getHeld()
                            ? console.toned(Tone.GOOD, console.text(DutyText.HELD))
                            : console.toned(Tone.BAD, console.text(DutyText.FREE)),
                    mule.hasFirstClaimedAt() ? console.moment(mule.getFirstClaimedAt()) : "-",
                    mule.hasLastStoppedAt() ? console.moment(mule.getLastStoppedAt()) : "-");
        }
        return table.isEmpty() ? console.text(DutyText.NO_MULES) : table.render(console);
    }

    /** A mule, its cases and its stops. */
    public static String history(Console console, MuleHistory history) {
        Table cases = new Table(
                Heading.of(console, Heading.CASE, Heading.LEVEL, Heading.TAINTED, Heading.HELD, Heading.REACHED));
        for (MuleCase reached : history.getCasesList()) {
            cases.row(
                    reached.getCaseId(),
                    reached.getLevel(),
                    Formats.yuan(reached.getTaintedFen()),
                    Formats.yuan(reached.getHeldFen()),
                    console.moment(reached.getClaimedAt()));
        }
        Table stops = new Table(Heading.of(
                console,
                Heading.APPLICATION_ID,
                Heading.STATE,
                Heading.PLACED,
                Heading.STOPPED,
                Heading.STOP_ENDED,
                Heading.NOTES));
        for (MuleStop stop : history.getStopsList()) {
            stops.row(
                    stop.getApplicationId(),
                    console.toned(
                            OrderTable.tone(stop.getState()),
                            console.vocabulary().value(stop.getState())),
                    console.moment(stop.getPlacedAt()),
                    stop.hasStoppedAt() ? console.moment(stop.getStoppedAt()) : "-",
                    stop.hasEndedAt() ? console.moment(stop.getEndedAt()) : "-",
                    stop.getUrgent() ? console.text(DutyText.URGENT) : "-");
        }
        return String.join(
                "\n\n", of(console, List.of(history.getMule())), cases.render(console), stops.render(console));
    }
}
