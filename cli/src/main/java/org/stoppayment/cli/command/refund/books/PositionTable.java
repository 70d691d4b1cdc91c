package org.stoppayment.cli.command.refund.books;

import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.recovery.v1.Positions;

/** Positions as a table, by account or by case. */
final class PositionTable {

    private final Console console;
    private final Table table;

    PositionTable(Console console, Heading first) {
        this.console = console;
        this.table = new Table(Heading.of(
                console,
                first,
                Heading.REPORTED,
                Heading.HELD,
                Heading.FROZEN,
                Heading.RETURNED,
                Heading.UNKNOWN,
                Heading.GONE_ON,
                Heading.CASH,
                Heading.MERCHANTS,
                Heading.RESTORED,
                Heading.LAPSED,
                Heading.LIFTED));
    }

    /** A line. */
    PositionTable row(String name, Positions positions) {
        table.row(
                name,
                Formats.yuan(positions.getReportedFen()),
                Formats.yuan(positions.getHeldFen()),
                Formats.yuan(positions.getFrozenFen()),
                Formats.yuan(positions.getReturnedFen()),
                Formats.yuan(positions.getUnknownFen()),
                Formats.yuan(positions.getOnwardFen()),
                Formats.yuan(positions.getCashFen()),
                Formats.yuan(positions.getMerchantFen()),
                Formats.yuan(positions.getRestoredFen()),
                Formats.yuan(positions.getLapsedFen()),
                Formats.yuan(positions.getLiftedFen()));
        return this;
    }

    void print() {
        console.print(table.render(console));
    }
}
