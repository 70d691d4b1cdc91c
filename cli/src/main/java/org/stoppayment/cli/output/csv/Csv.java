package org.stoppayment.cli.output.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Comma-separated values that a spreadsheet opens as they are.
 *
 * <p>The text begins with a byte order mark: without it, Excel reads UTF-8 as the code page of the machine, and Chinese is lost. A text that a
 * spreadsheet would take for a formula gets an apostrophe in front, so that nothing which somebody typed is ever run. Numbers are written as
 * they are.
 */
public final class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What formulas begin with, also in full width, and what spreadsheets skip before them. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private static final CsvMapper MAPPER = new CsvMapper();

    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    /** @param columns their names, which are the same in all languages */
    public Csv(String... columns) {
        this(List.of(columns));
    }

    /** @param columns their names, which are the same in all languages */
    public Csv(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Adds a row with a cell for each column: text or a number. */
    public Csv row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException("cells: " + cells.length + " (expected: " + columns.size() + ")");
        }
        rows.add(Stream.of(cells).map(Csv::safe).toList());
        return this;
    }

    /** The heading and the rows, without a line end after the last. */
    public String text() {
        CsvSchema.Builder schema = CsvSchema.builder();
        columns.forEach(schema::addColumn);
        ObjectWriter writer = MAPPER.writer(schema.build().withHeader());
        try {
            return BYTE_ORDER_MARK + writer.writeValueAsString(rows).stripTrailing();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object safe(Object cell) {
        if (cell instanceof Number) {
            return cell;
        }
        String text = cell.toString();
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
