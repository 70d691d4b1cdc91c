package org.stoppayment.cli.output;

import org.jline.utils.AttributedString;

/** The width of a text in terminal columns: 0 for colour codes, 2 for a Chinese character. */
public final class DisplayWidth {

    private DisplayWidth() {}

    /** The width of a text in columns. */
    public static int of(String text) {
        return AttributedString.fromAnsi(text).columnLength();
    }

    /** The text without colours and, where it is wider than {@code columns}, cut at the end with an ellipsis. */
    static String cutEnd(String text, int columns) {
        AttributedString plain = AttributedString.fromAnsi(text);
        return plain.columnLength() <= columns ? text : plain.columnSubSequence(0, columns - 1) + "…";
    }

    /** The same, but cut in the middle: the last {@code tail} columns are kept. */
    static String cutMiddle(String text, int columns, int tail) {
        AttributedString plain = AttributedString.fromAnsi(text);
        int length = plain.columnLength();
        return length <= columns
                ? text
                : plain.columnSubSequence(0, columns - 1 - tail) + "…" + plain.columnSubSequence(length - tail, length);
    }
}
