package org.stoppayment.freeze.queries.domain;

import java.util.List;
import java.util.OptionalLong;

/**
 * The sums of a page of a statement. Where they do not add up, a booking is missing, whatever the institution says of completeness.
 *
 * @param openingFen balance before the first booking; empty when it is not told
 * @param lines the bookings, oldest first
 */
public record StatementSum(OptionalLong openingFen, List<Line> lines) {

    /** Name of the field that is missing where the sums do not add up. */
    public static final String MISSING = "transactions.bookings";

    public StatementSum {
        lines = List.copyOf(lines);
    }

    /**
     * A booking.
     *
     * @param fen what came in; less than 0 when it left
     * @param balanceFen balance after it; empty when it is not told
     */
    public record Line(long fen, OptionalLong balanceFen) {}

    /**
     * True unless the opening balance and the bookings up to the last one with a balance make another balance than that. The balances
     * between are not compared: bookings of one moment may come in any order.
     */
    public boolean addsUp() {
        int last = lastWithBalance();
        if (openingFen.isEmpty() || last < 0) {
            return true;
        }
        long sum = openingFen.getAsLong();
        for (Line line : lines.subList(0, last + 1)) {
            sum = Math.addExact(sum, line.fen());
        }
        return sum == lines.get(last).balanceFen().orElseThrow();
    }

    private int lastWithBalance() {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).balanceFen().isPresent()) {
                return i;
            }
        }
        return -1;
    }
}
