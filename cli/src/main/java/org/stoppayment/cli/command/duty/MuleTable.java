package org.stoppayment.cli.command.duty;

import java.util.List;
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
        Table table = new Table(
                "account", "institution", ">stops", ">cases", ">tainted", "first case", "last stopped", "now");
        for (Mule mule : mules) {
            table.row(
                    Formats.number(mule.getAccount()),
                    Formats.orDash(mule.getAccount().getInstitutionCode()),
                    mule.getStopCount(),
                    mule.getCaseCount(),
                    Formats.yuan(mule.getTaintedFen()),
                    mule.hasFirstClaimedAt() ? console.moment(mule.getFirstClaimedAt()) : "-",
                    mule.hasLastStoppedAt() ? console.moment(mule.getLastStoppedAt()) : "-",
                    mule.getHeld() ? console.toned(Tone.GOOD, "HELD") : console.toned(Tone.BAD, "FREE"));
        }
        return table.isEmpty() ? "no mules" : table.render();
    }

    /** A mule, its cases and its stops. */
    public static String history(Console console, MuleHistory history) {
        Table cases = new Table("case", ">level", ">tainted", ">held", "reached");
        for (MuleCase reached : history.getCasesList()) {
            cases.row(
                    reached.getCaseId(),
                    reached.getLevel(),
                    Formats.yuan(reached.getTaintedFen()),
                    Formats.yuan(reached.getHeldFen()),
                    console.moment(reached.getClaimedAt()));
        }
        Table stops = new Table("application id", "state", "placed", "stopped", "ended", "notes");
        for (MuleStop stop : history.getStopsList()) {
            stops.row(
                    stop.getApplicationId(),
                    console.toned(OrderTable.tone(stop.getState()), Formats.shortName(stop.getState())),
                    console.moment(stop.getPlacedAt()),
                    stop.hasStoppedAt() ? console.moment(stop.getStoppedAt()) : "-",
                    stop.hasEndedAt() ? console.moment(stop.getEndedAt()) : "-",
                    stop.getUrgent() ? "urgent" : "-");
        }
        return String.join("\n\n", of(console, List.of(history.getMule())), cases.render(), stops.render());
    }
}
