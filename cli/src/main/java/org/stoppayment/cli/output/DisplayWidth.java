package org.stoppayment.cli.output;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.WCWidth;

/** The width of a text in terminal columns: 0 for colour codes, 2 for a Chinese character. */
public final class DisplayWidth {

    private static final String ESCAPE = "\u001b";

    /** No line begins with one of these. */
    private static final String CLOSING = "，。；：、！？）》”,.;:)";

    /** No line ends with one of these. */
    private static final String OPENING = "（《“(";

    private DisplayWidth() {}

    /** The width of a text in columns. */
    public static int of(String text) {
        return AttributedString.fromAnsi(text).columnLength();
    }

    /** The text without colours, where it is wider than {@code columns} cut in the middle: the last {@code tail} columns are kept. */
    static String cutMiddle(String text, int columns, int tail) {
        AttributedString plain = AttributedString.fromAnsi(text);
        int length = plain.columnLength();
        return length <= columns
                ? text
                : plain.columnSubSequence(0, columns - 1 - tail) + "…" + plain.columnSubSequence(length - tail, length);
    }

    /** The text in lines of at most {@code columns}, 2 or more; broken at spaces and beside Chinese characters, elsewhere if it must be. */
    static List<String> wrap(String text, int columns) {
        boolean coloured = text.contains(ESCAPE);
        AttributedString rest = AttributedString.fromAnsi(text);
        List<String> lines = new ArrayList<>();
        while (rest.columnLength() > columns) {
            int end = lineEnd(rest, columns);
            int visible = end;
            while (visible > 0 && rest.charAt(visible - 1) == ' ') {
                visible--;
            }
            lines.add(shown(rest.subSequence(0, visible), coloured));
            while (end < rest.length() && rest.charAt(end) == ' ') {
                end++;
            }
            rest = rest.subSequence(end, rest.length());
        }
        lines.add(shown(rest, coloured));
        return lines;
    }

    private static String shown(AttributedString line, boolean coloured) {
        return coloured ? line.toAnsi() : line.toString();
    }

    /** How many characters the first line of a text has that is wider than {@code columns}. */
    private static int lineEnd(AttributedString text, int columns) {
        int max = Math.max(1, text.columnSubSequence(0, columns).length());
        for (int end = max; end > 0; end--) {
            if (canBreak(text.charAt(end - 1), text.charAt(end))) {
                return end;
            }
        }
        return max > 1 && Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
    }

    private static boolean canBreak(char before, char after) {
        if (before == ' ' || after == ' ') {
            return true;
        }
        boolean besideWide = WCWidth.wcwidth(before) == 2 || WCWidth.wcwidth(after) == 2;
        return besideWide && CLOSING.indexOf(after) < 0 && OPENING.indexOf(before) < 0;
    }
}
