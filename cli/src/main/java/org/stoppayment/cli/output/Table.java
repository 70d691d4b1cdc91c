package org.stoppayment.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A text table: each column is as wide as its widest cell, Chinese characters count as two. Cells wider than 100 columns are
 * cut in the middle.
 */
public final class Table {

    private static final String GAP = "  ";
    private static final int MAX_CELL_WIDTH = 100;
    private static final int CELL_TAIL_WIDTH = 20;
    private static final int MIN_FIRST_COLUMN_WIDTH = 12;

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private record Column(String heading, boolean right) {

        static Column of(String heading) {
            boolean right = heading.startsWith(">");
            return new Column((right ? heading.substring(1) : heading).toUpperCase(Locale.ROOT), right);
        }

        String pad(String cell, int width) {
            String padding = " ".repeat(width - DisplayWidth.of(cell));
            return right ? padding + cell : cell + padding;
        }
    }

    /** A table with these headings; a column whose heading starts with {@code >} is aligned to the right. */
    public Table(String... headings) {
        this.columns = Stream.of(headings).map(Column::of).toList();
    }

    /** Adds a row with a cell for each heading. */
    public Table row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException("cells: " + cells.length + " (expected: " + columns.size() + ")");
        }
        List<String> row = new ArrayList<>(cells.length);
        for (Object cell : cells) {
            row.add(shortened(String.valueOf(cell)));
        }
        rows.add(row);
        return this;
    }

    /** Adds a row whose cells are not shortened. */
    void fullRow(List<String> cells) {
        rows.add(cells);
    }

    /** True when it has no rows. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The table as lines, without a line end after the last. */
    public String render() {
        return render(0);
    }

    /**
     * The table with its first column cut, if need be, so that lines fit into {@code maxWidth} columns; 0 for no limit. The
     * first column is not cut below 12 columns, the others are not cut.
     */
    String render(int maxWidth) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(Column::heading).toList());
        lines.addAll(rows);
        int[] widths = new int[columns.size()];
        int others = 0;
        for (int column = widths.length - 1; column >= 0; column--) {
            for (List<String> line : lines) {
                widths[column] = Math.max(widths[column], DisplayWidth.of(line.get(column)));
            }
            others += column == 0 ? 0 : GAP.length() + widths[column];
        }
        if (maxWidth > 0) {
            widths[0] = Math.min(widths[0], Math.max(MIN_FIRST_COLUMN_WIDTH, maxWidth - others));
        }
        return String.join("\n", lines.stream().map(line -> line(line, widths)).toList());
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line =
                new StringBuilder(columns.get(0).pad(DisplayWidth.cutEnd(cells.get(0), widths[0]), widths[0]));
        for (int column = 1; column < widths.length; column++) {
            line.append(GAP).append(columns.get(column).pad(cells.get(column), widths[column]));
        }
        return line.toString().stripTrailing();
    }

    static String shortened(String cell) {
        return DisplayWidth.cutMiddle(cell, MAX_CELL_WIDTH, CELL_TAIL_WIDTH);
    }
}
