package org.stoppayment.cli.command.refund.explain;

import java.util.List;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Table;

/**
 * A table of an explanation.
 *
 * @param caption what it shows
 * @param columns its headings
 * @param rows cells, one for each column
 */
public record Grid(String caption, List<Column> columns, List<List<String>> rows) {

    /**
     * A column.
     *
     * @param heading above it
     * @param isNumber true for sums and numbers, which are aligned to the right
     */
    public record Column(String heading, boolean isNumber) {}

    public Grid {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The table in lines that fit the terminal. */
    public String render(Console console) {
        Table table = new Table(columns.stream()
                .map(column -> (column.isNumber() ? ">" : "") + column.heading())
                .toArray(String[]::new));
        rows.forEach(row -> table.row(row.toArray()));
        return table.render(console);
    }
}
