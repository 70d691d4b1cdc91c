package org.stoppayment.cli.output;

import org.jline.utils.AttributedString;

/** How many columns of a terminal a text takes: none for colour codes, two for a Chinese character. */
final class DisplayWidth {

    private DisplayWidth() {}

    static int of(String text) {
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
