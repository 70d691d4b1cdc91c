package org.stoppayment.cli.drill.html;

import java.util.Locale;

/** Pieces of inline SVG; colours come from classes, so that the page's style serves dark and light. */
final class Svg {

    /** Width of every chart, in its own units; the page scales it. */
    static final int WIDTH = 760;

    private Svg() {}

    /** Text that is safe inside an element or an attribute. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String chart(int height, String title, String content) {
        return String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%s</svg>",
                WIDTH,
                height,
                escape(title),
                content);
    }

    /** Text at a place; {@code anchor} is start, middle or end. */
    static String text(long x, long y, String anchor, String style, String content) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" class=\"%s\">%s</text>",
                x,
                y,
                anchor,
                style,
                escape(content));
    }

    static String rectangle(long x, long y, long width, long height, String style, String hint) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" class=\"%s\"><title>%s</title></rect>",
                x,
                y,
                width,
                height,
                style,
                escape(hint));
    }

    static String line(long x1, long y1, long x2, long y2, String style) {
        return String.format(
                Locale.ROOT, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" class=\"%s\"/>", x1, y1, x2, y2, style);
    }

    static String dot(long x, long y, String style, String hint) {
        return String.format(
                Locale.ROOT,
                "<circle cx=\"%d\" cy=\"%d\" r=\"5\" class=\"%s\"><title>%s</title></circle>",
                x,
                y,
                style,
                escape(hint));
    }
}
