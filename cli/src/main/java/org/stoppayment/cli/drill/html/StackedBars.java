package org.stoppayment.cli.drill.html;

import java.util.List;
import org.stoppayment.cli.output.Formats;

/** Bars of sums, each cut into parts: a chart of the report. */
final class StackedBars {

    private static final int LEFT = 190;
    private static final int RIGHT = 530;
    private static final int ROW = 44;
    private static final int THICK = 22;

    private StackedBars() {}

    /** A bar: its name in Chinese and English, what is written behind it, what that is, and its parts. */
    record Bar(String chinese, String english, String note, String meaning, List<Part> parts) {

        long fen() {
            return parts.stream().mapToLong(Part::fen).reduce(0, Math::addExact);
        }
    }

    /** A part of a bar; {@code style} is a class of the page. */
    record Part(String style, String name, long fen) {}

    /** Bars that are as long as their sums, the largest one full. */
    static String bySum(String title, List<Bar> bars) {
        long most = bars.stream().mapToLong(Bar::fen).max().orElse(0);
        return draw(title, bars, most, false);
    }

    /** Bars that are all full: the parts show shares. */
    static String byShare(String title, List<Bar> bars) {
        return draw(title, bars, 0, true);
    }

    private static String draw(String title, List<Bar> bars, long most, boolean full) {
        StringBuilder chart = new StringBuilder();
        int y = 0;
        for (Bar bar : bars) {
            chart.append(Svg.text(0, y + 18, "start", "label", bar.chinese()));
            chart.append(Svg.text(0, y + 33, "start", "small", bar.english()));
            chart.append(Svg.rectangle(LEFT, y + 8, RIGHT - LEFT, THICK, "track", bar.english()));
            parts(chart, bar, y + 8, full ? bar.fen() : most);
            chart.append(Svg.text(RIGHT + 12, y + 18, "start", "label number", bar.note()));
            chart.append(Svg.text(RIGHT + 12, y + 33, "start", "small number", bar.meaning()));
            y += ROW;
        }
        return Svg.chart(Math.max(y, 1), title, chart.toString());
    }

    private static void parts(StringBuilder chart, Bar bar, int y, long most) {
        long before = 0;
        for (Part part : bar.parts()) {
            long from = place(before, most);
            before = Math.addExact(before, part.fen());
            long to = place(before, most);
            if (to > from) {
                chart.append(Svg.rectangle(
                        from, y, to - from, THICK, part.style(), part.name() + " " + Formats.yuan(part.fen())));
            }
        }
    }

    private static long place(long fen, long most) {
        return most == 0 ? LEFT : LEFT + Math.multiplyExact(fen, RIGHT - LEFT) / most;
    }
}
