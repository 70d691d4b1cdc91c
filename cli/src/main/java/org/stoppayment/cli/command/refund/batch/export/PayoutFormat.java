package org.stoppayment.cli.command.refund.batch.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.stoppayment.cli.output.csv.Csv;

/** The forms of an export; which one is said by the end of the file's name. */
public enum PayoutFormat {
    /** Comma-separated values; a spreadsheet may take a long number for a sum and round it. */
    CSV {
        @Override
        public void write(PayoutTable table, OutputStream out) throws IOException {
            Csv csv = new Csv(PayoutColumn.titles());
            table.rows().forEach(cells -> csv.row(cells.toArray()));
            out.write((csv.text() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    },
    /** A workbook: account numbers are texts, sums are numbers, and nothing is a formula. */
    XLSX {
        @Override
        public void write(PayoutTable table, OutputStream out) throws IOException {
            try (Workbook workbook = new Workbook(out, APPLICATION, null)) {
                Worksheet sheet = workbook.newWorksheet("payouts");
                List<String> titles = PayoutColumn.titles();
                for (int column = 0; column < titles.size(); column++) {
                    sheet.value(0, column, titles.get(column));
                    sheet.style(0, column).bold().set();
                }
                sheet.freezePane(0, 1);
                int row = 1;
                for (List<Object> cells : table.rows()) {
                    for (int column = 0; column < cells.size(); column++) {
                        write(sheet, row, column, cells.get(column));
                    }
                    row++;
                }
            }
        }

        private static void write(Worksheet sheet, int row, int column, Object cell) {
            if (cell instanceof BigDecimal number) {
                sheet.value(row, column, number);
                sheet.style(row, column)
                        .format(number.scale() == 0 ? "0" : "#,##0.00")
                        .set();
            } else {
                sheet.value(row, column, cell.toString());
                sheet.style(row, column).format("@").set();
            }
        }
    };

    private static final String APPLICATION = "stoppay";

    /** The form that the name of a file asks for; empty when it asks for none that is known. */
    public static Optional<PayoutFormat> of(Path file) {
        String name = file.getFileName().toString().toUpperCase(Locale.ROOT);
        return Stream.of(values()).filter(format -> name.endsWith("." + format)).findFirst();
    }

    /** Writes a table. */
    public abstract void write(PayoutTable table, OutputStream out) throws IOException;
}
