package org.stoppayment.cli.drill.html;

import java.util.ArrayList;
import java.util.List;

/**
 * Stacked horizontal bars.
 *
 * @param title for screen readers
 * @param bars from top to bottom
 */
record BarChart(String title, List<Bar> bars) {

    private static final int LEFT = 190;
    private static final int RIGHT = 530;
    private static final int ROW_HEIGHT = 44;

    BarChart {
        bars = List.copyOf(bars);
    }

    /**
     * A bar.
     *
     * @param chinese its name in Chinese
     * @param english its name in English
     * @param note the figure beside it
     * @param meaning what the figure is
     * @param parts from left to right
     */
    record Bar(String chinese, String english, String note, String meaning, List<Part> parts) {

        long fen() {
            return parts.stream().mapToLong(Part::fen).reduce(0, Math::addExact);
        }

        private Bar scaledTo(long fullFen) {
            List<Part> scaled = new ArrayList<>();
            long before = 0;
            for (Part part : parts) {
                long from = x(before, fullFen);
                before = Math.addExact(before, part.fen());
                long width = x(before, fullFen) - from;
                if (width > 0) {
                    scaled.add(new Part(part.style(), part.name(), part.fen(), from, width));
                }
            }
            return new Bar(chinese, english, note, meaning, scaled);
        }

        private static long x(long fen, long fullFen) {
            return fullFen == 0 ? LEFT : LEFT + Math.multiplyExact(fen, RIGHT - LEFT) / fullFen;
        }
    }

    /** A part of a bar; {@code style} is a CSS class, {@code x} and {@code width} its place in the chart. */
    record Part(String style, String name, long fen, long x, long width) {

        /** A part that has no place yet. */
        Part(String style, String name, long fen) {
            this(style, name, fen, 0, 0);
        }
    }

    /** Bars as long as their sums; the largest is full. */
    static BarChart bySum(String title, List<Bar> bars) {
        long max = bars.stream().mapToLong(Bar::fen).max().orElse(0);
        return new BarChart(title, bars.stream().map(bar -> bar.scaledTo(max)).toList());
    }

    /** Bars that are all full; the parts show shares. */
    static BarChart byShare(String title, List<Bar> bars) {
        return new BarChart(
                title, bars.stream().map(bar -> bar.scaledTo(bar.fen())).toList());
    }

    /** In the chart's own units; 1 without bars. */
    int height() {
        return Math.max(1, bars.size() * ROW_HEIGHT);
    }
}
