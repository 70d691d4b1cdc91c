package org.stoppayment.recovery.batches.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Plans of a batch that stand alike.
 *
 * @param state where they stand
 * @param plans how many
 * @param payFen what they pay, in fen
 * @param paidFen what their victims have, in fen
 */
public record LineTotal(LineState state, int plans, long payFen, long paidFen) {

    /** The totals of some lines, in the order of the states; states without a line are left out. */
    public static List<LineTotal> of(List<BatchLine> lines) {
        Map<LineState, LineTotal> totals = new EnumMap<>(LineState.class);
        lines.forEach(line -> totals.merge(
                line.state(), new LineTotal(line.state(), 1, line.plan().payFen(), line.paidFen()), LineTotal::plus));
        return List.copyOf(totals.values());
    }

    private LineTotal plus(LineTotal other) {
        return new LineTotal(
                state, plans + other.plans, Math.addExact(payFen, other.payFen), Math.addExact(paidFen, other.paidFen));
    }
}
