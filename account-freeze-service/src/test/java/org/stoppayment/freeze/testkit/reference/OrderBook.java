package org.stoppayment.freeze.testkit.reference;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stoppayment.freeze.testkit.Database;
import org.stoppayment.freeze.testkit.reference.ModelOrder.State;

/** What the service has written of its orders, as {@link OrderReferenceModel} has it. */
public final class OrderBook {

    private static final String LINES = """
            SELECT application_id, case_id, institution_code, account_number, state, result_code, extended,
                   to_json(expires_at) #>> '{}', balance_fen, to_json(placed_at) #>> '{}', attempts > 0, manual_reason
            FROM stop_order
            UNION ALL SELECT application_id, case_id, institution_code, account_number, 'WAITING', '', false, '', 0,
                             to_json(placed_at) #>> '{}', false, ''
            FROM waiting_order
            """;

    /**
     * An order.
     *
     * @param phase its state as the service names it
     * @param terms of its stop, if there is any
     * @param placedAt when it was placed
     * @param sent true when its institution may have had it
     * @param manualReason why a person must act
     */
    public record Line(
            String id,
            String caseId,
            String institutionCode,
            String number,
            String phase,
            State state,
            String terms,
            Instant placedAt,
            boolean sent,
            String manualReason) {

        public String account() {
            return OrderReferenceModel.name(institutionCode, number);
        }

        /** True when it waits behind another order. */
        public boolean isWaiting() {
            return state == State.WAITING;
        }

        /** True when it can be declined without its institution: it is not there, and no inquiry is under way. */
        boolean isDecidedHere() {
            return phase.equals("QUEUED") || phase.equals("MANUAL") && !manualReason.equals("BUDGET_SPENT");
        }

        private String line() {
            return String.join(" ", caseId, account(), state.name(), terms);
        }
    }

    private OrderBook() {}

    /** All orders, also those that wait. */
    public static List<Line> lines(Database database) {
        return database.rows(LINES).stream().map(OrderBook::line).toList();
    }

    /** Where each order stands, by name. */
    public static Map<String, String> lines(List<Line> book) {
        Map<String, String> lines = new TreeMap<>();
        book.forEach(line -> lines.put(line.id(), line.line()));
        return lines;
    }

    private static Line line(List<String> row) {
        State state = state(row.get(4), row.get(5));
        String terms = state.isCounted()
                ? "until " + OffsetDateTime.parse(row.get(7)).toInstant() + " over " + row.get(8)
                : "";
        return new Line(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                state,
                terms + " " + (row.get(6).equals("t") ? "extended" : ""),
                OffsetDateTime.parse(row.get(9)).toInstant(),
                row.get(10).equals("t"),
                row.get(11));
    }

    private static State state(String phase, String resultCode) {
        return switch (phase) {
            case "QUEUED", "SENDING", "ACCEPTED", "IN_DOUBT", "MANUAL" -> State.OPEN;
            case "DECLINED" -> resultCode.equals("1304") ? State.REFUSED_HERE : State.DECLINED;
            default -> State.valueOf(phase);
        };
    }
}
