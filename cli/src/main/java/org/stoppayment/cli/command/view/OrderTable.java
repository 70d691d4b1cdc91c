package org.stoppayment.cli.command.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** Stop orders as a table. */
public final class OrderTable {

    private OrderTable() {}

    /** One line per order; what is frozen only if there is any. */
    public static String of(Console console, List<StopOrder> orders) {
        boolean anyFrozen = orders.stream().anyMatch(order -> order.getTaintedFrozenFen() > 0);
        List<Heading> headings = new ArrayList<>(List.of(
                Heading.APPLICATION_ID,
                Heading.LEVEL,
                Heading.ACCOUNT,
                Heading.STATE,
                Heading.INSTITUTION,
                Heading.TAINTED_HELD));
        if (anyFrozen) {
            headings.add(Heading.FROZEN);
        }
        headings.addAll(List.of(Heading.BALANCE_HELD, Heading.CODE, Heading.NOTES));
        Table table = new Table(Heading.of(console, headings.toArray(Heading[]::new)));
        for (StopOrder order : orders) {
            table.row(cells(console, order, anyFrozen).toArray());
        }
        return table.isEmpty() ? console.text(ViewText.NO_ORDERS) : table.render(console);
    }

    private static List<Object> cells(Console console, StopOrder order, boolean anyFrozen) {
        List<Object> cells = new ArrayList<>(List.of(
                order.getApplicationId(),
                order.getLevel(),
                Formats.number(order.getAccount()),
                state(console, order),
                Formats.orDash(
                        console.vocabulary().institution(order.getAccount().getInstitutionCode())),
                Formats.yuan(order.getTaintedHeldFen())));
        if (anyFrozen) {
            cells.add(Formats.yuan(order.getTaintedFrozenFen()));
        }
        cells.addAll(List.of(
                Formats.yuan(order.getBalanceHeldFen()),
                Formats.orDash(console.vocabulary().resultCode(order.getResultCode())),
                notes(console, order)));
        return cells;
    }

    private static String state(Console console, StopOrder order) {
        return console.toned(tone(order.getState()), console.vocabulary().value(order.getState()));
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

    private static String notes(Console console, StopOrder order) {
        List<String> notes = new ArrayList<>();
        if (order.getUrgent()) {
            notes.add(console.text(ViewText.URGENT));
        }
        if (order.getJoined()) {
            notes.add(console.text(ViewText.JOINED));
        }
        if (order.getAwaitsBookings()) {
            notes.add(console.text(ViewText.BOOKINGS_TO_COME));
        }
        notes.add(console.vocabulary().code(order.getManualReason()));
        notes.add(console.texts()
                .listed(order.getCandidateInstitutionCodesList().stream()
                        .map(console.vocabulary()::institution)
                        .toList()));
        notes.add(names(console, order.getMismatchedList()));
        notes.add(names(console, order.getFlagsList()));
        notes.removeIf(String::isEmpty);
        return Formats.orDash(String.join("; ", notes));
    }

    private static String names(Console console, List<String> codes) {
        return codes.stream().map(console.vocabulary()::code).collect(Collectors.joining(" "));
    }
}
