package org.stoppayment.recovery.forms.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a form that is not divided between pages: a row of a table, or what stands between two tables. So that a long form can be made
 * part by part, any sequence of units can be printed by itself; rows bring the head of their table along.
 *
 * @param html the row, or the text
 * @param table the beginning of the table of a row, to the begin of its body; empty for text
 */
record FormUnit(String html, String table) {

    private static final String TABLE = "<table";
    private static final String BODY = "<tbody>";
    private static final String TABLE_END = "</tbody></table>";
    private static final String ROW = "<tr";
    private static final String ROW_END = "</tr>";

    /**
     * The units of a rendered template. Values in it are escaped, so that markup is only the template's: tables with a head and a body, each
     * with {@code </tbody></table>} at its end, and none in another.
     */
    static List<FormUnit> of(String html) {
        List<FormUnit> units = new ArrayList<>();
        int at = 0;
        for (int table = html.indexOf(TABLE); table >= 0; table = html.indexOf(TABLE, at)) {
            addText(units, html.substring(at, table));
            int body = html.indexOf(BODY, table) + BODY.length();
            int end = html.indexOf(TABLE_END, body);
            addRows(units, html.substring(table, body), html.substring(body, end));
            at = end + TABLE_END.length();
        }
        addText(units, html.substring(at));
        return List.copyOf(units);
    }

    /** The units with a text at their end. It goes to the same page as the signatures before it. */
    static List<FormUnit> withEnd(List<FormUnit> units, String text) {
        FormUnit last = units.get(units.size() - 1);
        List<FormUnit> all = new ArrayList<>(units);
        if (last.table.isEmpty()) {
            all.set(units.size() - 1, new FormUnit(last.html + text, ""));
        } else {
            all.add(new FormUnit(text, ""));
        }
        return List.copyOf(all);
    }

    private static void addText(List<FormUnit> units, String text) {
        if (!text.isBlank()) {
            units.add(new FormUnit(text, ""));
        }
    }

    private static void addRows(List<FormUnit> units, String table, String rows) {
        int at = 0;
        for (int row = rows.indexOf(ROW); row >= 0; row = rows.indexOf(ROW, at)) {
            at = rows.indexOf(ROW_END, row) + ROW_END.length();
            units.add(new FormUnit(rows.substring(row, at), table));
        }
    }

    /** The units {@code from} up to {@code to} as HTML; the unit {@code i} has the id {@code u<i>}. */
    static String html(List<FormUnit> units, int from, int to) {
        StringBuilder html = new StringBuilder();
        String open = "";
        for (int i = from; i < to; i++) {
            FormUnit unit = units.get(i);
            if (!unit.table.equals(open) || unit.table.isEmpty()) {
                html.append(open.isEmpty() ? "" : TABLE_END).append(unit.table);
                open = unit.table;
            }
            html.append(unit.table.isEmpty() ? unit.asText(i) : unit.asRow(i));
        }
        return html.append(open.isEmpty() ? "" : TABLE_END).toString();
    }

    private String asText(int number) {
        return "<div class=\"unit\" id=\"u" + number + "\">" + html + "</div>";
    }

    private String asRow(int number) {
        return ROW + " id=\"u" + number + "\"" + html.substring(ROW.length());
    }
}
