package org.stoppayment.cli.command.refund.report;

import java.util.List;

/**
 * A chart of horizontal bars, for {@code report/bars.html}.
 *
 * @param id of its parts on the page
 * @param title for screen readers and above it
 * @param description what is drawn
 * @param width of the picture
 * @param height of the picture
 * @param bars from top to bottom
 * @param legend styles and what they mean
 */
public record BarChart(
        String id, String title, String description, int width, int height, List<Bar> bars, List<Mark> legend) {

    /** Width of the longest bar. */
    static final int FULL = 980;

    /** Height of a bar with its label. */
    static final int ROW = 46;

    /** A bar: the place of its label and of the bar, what it says at its end, and its parts. */
    public record Bar(int labelY, int y, String label, String value, List<Part> parts) {}

    /** A part of a bar: its place, style, and what it says. */
    public record Part(int x, int width, String style, String name) {}

    /** A style and what it means. */
    public record Mark(String style, String name) {}

    /** Where the longest bar ends. */
    public int end() {
        return FULL;
    }

    /** So much of the longest bar; at least one dot when there is something. */
    static int scaled(long value, long longest) {
        return value <= 0 ? 0 : Math.toIntExact(Math.max(1, Math.multiplyExact(value, FULL) / longest));
    }
}
