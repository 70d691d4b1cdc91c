package org.stoppayment.cli.drill.html;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.stoppayment.cli.drill.figures.DrillReport.Moment;

/**
 * How much of what could be stopped was stopped, and how much had left, over time from the call; for {@code race.html}.
 *
 * @param axis time
 * @param grid lines of equal share
 * @param stopped the curve of stopped money
 * @param gone the curve of money that left
 */
public record RaceChart(TimeAxis axis, List<GridLine> grid, Curve stopped, Curve gone) {

    private static final int LEFT = 70;
    private static final int RIGHT = 610;
    private static final int TOP = 12;
    private static final int BOTTOM = 260;

    /** A horizontal line at a share in percent. */
    public record GridLine(long y, int percent) {}

    /** An SVG path and the y of its end. */
    public record Curve(String path, long endY) {}

    static RaceChart of(List<Moment> race, long stoppableFen) {
        TimeAxis axis = TimeAxis.of(race.stream().map(Moment::millis).toList(), LEFT, RIGHT);
        return new RaceChart(
                axis,
                IntStream.rangeClosed(0, 4)
                        .mapToObj(quarter -> new GridLine(y(quarter, 4), 25 * quarter))
                        .toList(),
                curve(race, Moment::stoppedFen, stoppableFen, axis),
                curve(race, Moment::goneFen, stoppableFen, axis));
    }

    private static Curve curve(List<Moment> race, ToLongFunction<Moment> fen, long stoppableFen, TimeAxis axis) {
        StringBuilder path = new StringBuilder("M" + LEFT + " " + BOTTOM);
        long y = BOTTOM;
        for (Moment moment : race) {
            y = y(fen.applyAsLong(moment), stoppableFen);
            path.append(" H").append(axis.x(moment.millis())).append(" V").append(y);
        }
        return new Curve(path.toString(), y);
    }

    private static long y(long part, long whole) {
        return whole == 0 ? BOTTOM : BOTTOM - Math.multiplyExact(part, BOTTOM - TOP) / whole;
    }

    /** The y of 100 percent. */
    public int top() {
        return TOP;
    }

    /** The y of 0 percent. */
    public int bottom() {
        return BOTTOM;
    }
}
