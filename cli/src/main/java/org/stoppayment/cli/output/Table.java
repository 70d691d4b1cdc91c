package org.stoppayment.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A text table: each column is as wide as its widest cell, Chinese characters count as two. Columns that do not fit the line follow on
 * further lines of the row, which are indented; the headings are spread in the same way. Text that is wider than a line is wrapped.
 * Nothing is left out but lines at the end of a row that have no values, and the middle of cells wider than 1,000 columns.
 */
public final class Table {

    private static final String GAP = "  ";
    private static final String INDENT = "  ";
    private static final String NO_VALUE = "-";
    private static final int MIN_WRAPPED_WIDTH = 12;
    private static final int MAX_CELL_WIDTH = 1_000;
    private static final int CELL_TAIL_WIDTH = 20;

    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();

    private record Column(String heading, boolean right) {

        static Column of(String heading) {
            boolean right = heading.startsWith(">");
            return new Column((right ? heading.substring(1) : heading).toUpperCase(Locale.ROOT), right);
        }

        String pad(String cell, int width) {
            String padding = " ".repeat(Math.max(0, width - DisplayWidth.of(cell)));
            return right ? padding + cell : cell + padding;
        }
    }

    /** A row, and what its further lines begin with. */
    private record Row(List<String> cells, String indent) {

        boolean hasValues(List<Placed> line) {
            return line.stream()
                    .map(placed -> cells.get(placed.column()))
                    .anyMatch(cell -> !cell.isBlank() && !cell.equals(NO_VALUE));
        }
    }

    /** A column on a line, with the width that it has there. */
    private record Placed(int column, int width) {}

    /** A table with these headings; a column whose heading starts with {@code >} is aligned to the right. */
    public Table(String... headings) {
        this.columns = Stream.of(headings).map(Column::of).toList();
    }

    /** Adds a row with a cell for each heading. */
    public Table row(Object... cells) {
        add(INDENT, Stream.of(cells).map(String::valueOf).toList());
        return this;
    }

    /** Adds a row whose further lines begin with {@code indent}. */
    void add(String indent, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("cells: " + cells.size() + " (expected: " + columns.size() + ")");
        }
        rows.add(new Row(cells.stream().map(Table::shown).toList(), indent));
    }

    /** True when it has no rows. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The table as lines that fit the terminal, without a line end after the last. */
    public String render(Console console) {
        return render(console.columns());
    }

    /** The same in lines of at most {@code maxWidth} columns; 0 for one line a row. */
    String render(int maxWidth) {
        return String.join("\n", rows(maxWidth));
    }

    /** The headings and each row, which may have several lines. */
    public List<String> rows(Console console) {
        return rows(console.columns());
    }

    /** The same in lines of at most {@code maxWidth} columns; 0 for one line a row. */
    List<String> rows(int maxWidth) {
        List<Row> all = new ArrayList<>();
        all.add(new Row(columns.stream().map(Column::heading).toList(), ""));
        all.addAll(rows);
        int indent = all.stream().mapToInt(row -> DisplayWidth.of(row.indent())).reduce(INDENT.length(), Math::max);
        List<List<Placed>> lines = lines(all, maxWidth, indent);
        return all.stream().map(row -> text(row, lines, indent)).toList();
    }

    /** The columns in their order, on each line as many as fit. */
    private List<List<Placed>> lines(List<Row> all, int maxWidth, int indent) {
        List<List<Placed>> lines = new ArrayList<>();
        List<Placed> line = new ArrayList<>();
        lines.add(line);
        int used = 0;
        for (int column = 0; column < columns.size(); column++) {
            int width = width(all, column);
            int gap = line.isEmpty() ? 0 : GAP.length();
            if (maxWidth > 0 && !line.isEmpty() && used + gap + width > maxWidth) {
                line = new ArrayList<>();
                lines.add(line);
                used = indent;
                gap = 0;
            }
            int placed = maxWidth > 0 ? Math.min(width, Math.max(MIN_WRAPPED_WIDTH, maxWidth - used - gap)) : width;
            line.add(new Placed(column, placed));
            used += gap + placed;
        }
        return lines;
    }

    private static int width(List<Row> all, int column) {
        return all.stream()
                .mapToInt(row -> DisplayWidth.of(row.cells().get(column)))
                .max()
                .orElse(0);
    }

    private String text(Row row, List<List<Placed>> lines, int indent) {
        String further = row.indent() + " ".repeat(indent - DisplayWidth.of(row.indent()));
        List<String> text = new ArrayList<>(text(row, lines.get(0), ""));
        int last = lines.size() - 1;
        while (last > 0 && !row.hasValues(lines.get(last))) {
            last--;
        }
        for (int line = 1; line <= last; line++) {
            text.addAll(text(row, lines.get(line), further));
        }
        return String.join("\n", text);
    }

    /** One line, or several when a cell is wrapped. */
    private List<String> text(Row row, List<Placed> line, String start) {
        List<List<String>> cells = line.stream()
                .map(placed -> DisplayWidth.wrap(row.cells().get(placed.column()), placed.width()))
                .toList();
        int height = cells.stream().mapToInt(List::size).reduce(1, Math::max);
        List<String> text = new ArrayList<>();
        for (int part = 0; part < height; part++) {
            List<String> padded = new ArrayList<>();
            for (int i = 0; i < line.size(); i++) {
                Placed placed = line.get(i);
                String cell = part < cells.get(i).size() ? cells.get(i).get(part) : "";
                padded.add(columns.get(placed.column()).pad(cell, placed.width()));
            }
            text.add((start + String.join(GAP, padded)).stripTrailing());
        }
        return text;
    }

    /** On one line, and not endless. */
    private static String shown(String cell) {
        return shortened(cell.replaceAll("[\\r\\n\\t]+", " "));
    }

    static String shortened(String cell) {
        return DisplayWidth.cutMiddle(cell, MAX_CELL_WIDTH, CELL_TAIL_WIDTH);
    }
}
