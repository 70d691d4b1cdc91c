package org.stoppayment.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A table for people: columns as wide as their widest cell, Chinese characters counted as two. Of an overlong cell the
 * beginning and the end are shown, so that one of them does not push all others off the screen.
 */
public final class Table {

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final int WIDEST_CELL = 100;
    private static final int KEPT_AT_THE_END = 20;

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these headings; one that starts with {@code >} is aligned to the right. */
    public Table(String... headings) {
        this.headings = List.of(headings);
    }

    /** Adds a row with a cell for each heading. */
    public Table row(Object... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException("cells: " + cells.length + " (expected: " + headings.size() + ")");
        }
        List<String> row = new ArrayList<>(cells.length);
        for (Object cell : cells) {
            row.add(shortened(String.valueOf(cell)));
        }
        rows.add(row);
        return this;
    }

    /** True when it has no rows. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The table's lines, without the last line's end. */
    public String render() {
        int[] widths = new int[headings.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(heading(column));
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        List<String> headingRow = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            headingRow.add(heading(column).toUpperCase(Locale.ROOT));
        }
        StringBuilder text = new StringBuilder(line(headingRow, widths));
        rows.forEach(row -> text.append('\n').append(line(row, widths)));
        return text.toString();
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(widths[column] - width(cell));
            line.append(column == 0 ? "" : "  ");
            line.append(alignedRight(column) ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    private boolean alignedRight(int column) {
        return headings.get(column).startsWith(">");
    }

    private String heading(int column) {
        return alignedRight(column) ? headings.get(column).substring(1) : headings.get(column);
    }

    /** The text, or its beginning and its end with an ellipsis between them where it is too long for a cell. */
    static String shortened(String text) {
        if (width(text) <= WIDEST_CELL) {
            return text;
        }
        int[] points = COLOUR.matcher(text).replaceAll("").codePoints().toArray();
        String end = last(points, KEPT_AT_THE_END);
        StringBuilder beginning = new StringBuilder();
        for (int i = 0, columns = width(end) + 1; columns + columns(points[i]) <= WIDEST_CELL; i++) {
            columns += columns(points[i]);
            beginning.appendCodePoint(points[i]);
        }
        return beginning + "…" + end;
    }

    private static String last(int[] points, int count) {
        return new String(points, points.length - count, count);
    }

    /** Number of columns that a terminal needs for the text; colour codes need none. */
    static int width(String text) {
        return COLOUR.matcher(text)
                .replaceAll("")
                .codePoints()
                .map(Table::columns)
                .sum();
    }

    private static int columns(int point) {
        return isWide(point) ? 2 : 1;
    }

    private static boolean isWide(int point) {
        return Character.isIdeographic(point)
                || (point >= 0x3000 && point <= 0x30FF)
                || (point >= 0xFF00 && point <= 0xFF60);
    }
}
