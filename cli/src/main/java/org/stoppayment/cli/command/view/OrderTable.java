package org.stoppayment.cli.command.view;

import java.util.List;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** Stop orders as a table. */
public final class OrderTable {

    private OrderTable() {}

    /** One line per order. */
    public static String of(Console console, List<StopOrder> orders) {
        Table table = new Table(
                "application id",
                ">level",
                "account",
                "institution",
                "state",
                ">tainted held",
                ">balance held",
                "code",
                "notes");
        for (StopOrder order : orders) {
            table.row(
                    order.getApplicationId(),
                    order.getLevel(),
                    Formats.number(order.getAccount()),
                    Formats.orDash(order.getAccount().getInstitutionCode()),
                    state(console, order),
                    Formats.yuan(order.getTaintedHeldFen()),
                    Formats.yuan(order.getBalanceHeldFen()),
                    Formats.orDash(order.getResultCode()),
                    notes(order));
        }
        return table.isEmpty() ? "no orders" : table.render();
    }

    private static String state(Console console, StopOrder order) {
        return console.toned(tone(order.getState()), Formats.shortName(order.getState()));
    }

    /** The tone of a state. */
    public static Tone tone(StopOrderState state) {
        return switch (state) {
            case STOP_ORDER_STATE_IN_EFFECT, STOP_ORDER_STATE_FROZEN -> Tone.GOOD;
            case STOP_ORDER_STATE_DECLINED, STOP_ORDER_STATE_MANUAL, STOP_ORDER_STATE_LAPSED -> Tone.BAD;
            case STOP_ORDER_STATE_IN_DOUBT, STOP_ORDER_STATE_HELD_BY_OTHER -> Tone.WARNING;
            default -> Tone.QUIET;
        };
    }

    private static String notes(StopOrder order) {
        StringBuilder notes = new StringBuilder();
        append(notes, order.getUrgent() ? "urgent" : "");
        append(notes, order.getJoined() ? "joined" : "");
        append(notes, order.getAwaitsBookings() ? "bookings to come" : "");
        append(notes, order.getManualReason());
        append(notes, String.join(" ", order.getCandidateInstitutionCodesList()));
        append(notes, String.join(" ", order.getMismatchedList()));
        append(notes, String.join(" ", order.getFlagsList()));
        return Formats.orDash(notes.toString());
    }

    private static void append(StringBuilder notes, String note) {
        if (!note.isEmpty()) {
            notes.append(notes.length() == 0 ? "" : "; ").append(note);
        }
    }
}
