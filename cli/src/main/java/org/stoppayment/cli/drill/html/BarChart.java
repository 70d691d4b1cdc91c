package org.stoppayment.cli.drill.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Stacked horizontal bars, for {@code bars.html}.
 *
 * @param title for screen readers
 * @param rows from top to bottom
 */
public record BarChart(String title, List<Row> rows) {

    private static final int LEFT = 190;
    private static final int RIGHT = 530;
    private static final int ROW_HEIGHT = 44;

    /**
     * A bar.
     *
     * @param chinese its name in Chinese
     * @param english its name in English
     * @param note the figure beside it
     * @param meaning what the figure is
     * @param parts from left to right
     */
    public record Bar(String chinese, String english, String note, String meaning, List<Part> parts) {

        long fen() {
            return parts.stream().mapToLong(Part::fen).reduce(0, Math::addExact);
        }
    }

    /** A part of a bar; {@code style} is a CSS class. */
    public record Part(String style, String name, long fen) {}

    /** A bar, the y of its row and the parts that are at least one unit wide. */
    public record Row(int y, Bar bar, List<Segment> segments) {}

    /** Where a part is drawn. */
    public record Segment(Part part, long x, long width) {}

    /** Bars as long as their sums; the largest is full. */
    static BarChart bySum(String title, List<Bar> bars) {
        long max = bars.stream().mapToLong(Bar::fen).max().orElse(0);
        return of(title, bars, bar -> max);
    }

    /** Bars that are all full; the parts show shares. */
    static BarChart byShare(String title, List<Bar> bars) {
        return of(title, bars, Bar::fen);
    }

    private static BarChart of(String title, List<Bar> bars, ToLongFunction<Bar> fullFen) {
        List<Row> rows = new ArrayList<>();
        for (Bar bar : bars) {
            rows.add(new Row(rows.size() * ROW_HEIGHT, bar, segments(bar.parts(), fullFen.applyAsLong(bar))));
        }
        return new BarChart(title, rows);
    }

    private static List<Segment> segments(List<Part> parts, long fullFen) {
        List<Segment> segments = new ArrayList<>();
        long before = 0;
        for (Part part : parts) {
            long left = x(before, fullFen);
            before = Math.addExact(before, part.fen());
            long width = x(before, fullFen) - left;
            if (width > 0) {
                segments.add(new Segment(part, left, width));
            }
        }
        return segments;
    }

    private static long x(long fen, long fullFen) {
        return fullFen == 0 ? LEFT : LEFT + Math.multiplyExact(fen, RIGHT - LEFT) / fullFen;
    }

    /** The x where every bar begins. */
    public int left() {
        return LEFT;
    }

    /** The width of a full bar. */
    public int fullWidth() {
        return RIGHT - LEFT;
    }

    /** The height of the chart; 1 without bars. */
    public int height() {
        return Math.max(1, rows.size() * ROW_HEIGHT);
    }
}
