package org.stoppayment.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A tree for people, with columns beside it: for each account its state, sums and milliseconds. Pure: colours are the
 * caller's ({@link Console#toned}, which leaves them away where they are not wanted), and so is the terminal's width.
 */
public final class Tree {

    private static final String BRANCH = "├─ ";
    private static final String LAST_BRANCH = "└─ ";
    private static final String TRUNK = "│  ";
    private static final String NO_TRUNK = "   ";
    private static final String GAP = "  ";
    private static final int NARROWEST = 12;

    private final List<String> headings;
    private final int width;

    /**
     * A node.
     *
     * @param label what it is, plain text; cut when the terminal is too narrow
     * @param cells the columns beside it, perhaps coloured; never cut
     * @param children what hangs on it
     */
    public record Node(String label, List<String> cells, List<Node> children) {

        public Node {
            cells = List.copyOf(cells);
            children = List.copyOf(children);
        }
    }

    private record Line(String label, List<String> cells) {}

    /**
     * A tree with these headings: first the label's, then one for each cell; one that starts with {@code >} is aligned to
     * the right.
     *
     * @param width columns of the terminal; 0 when nothing is to be cut
     */
    public Tree(int width, String... headings) {
        this.width = width;
        this.headings = List.of(headings);
    }

    /** The lines of these roots and all that hangs on them, without the last line's end. */
    public String render(List<Node> roots) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                heading(0),
                headings.stream()
                        .skip(1)
                        .map(Tree::withoutMark)
                        .map(Tree::capitals)
                        .toList()));
        roots.forEach(root -> add(lines, "", "", root));
        int[] widths = widths(lines);
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(text.length() == 0 ? "" : "\n").append(line(line, widths));
        }
        return text.toString();
    }

    private void add(List<Line> lines, String branch, String trunk, Node node) {
        if (node.cells().size() != headings.size() - 1) {
            throw new IllegalArgumentException(
                    "cells: " + node.cells().size() + " (expected: " + (headings.size() - 1) + ")");
        }
        lines.add(new Line(branch + node.label(), node.cells()));
        for (int i = 0; i < node.children().size(); i++) {
            boolean last = i == node.children().size() - 1;
            add(
                    lines,
                    trunk + (last ? LAST_BRANCH : BRANCH),
                    trunk + (last ? NO_TRUNK : TRUNK),
                    node.children().get(i));
        }
    }

    private int[] widths(List<Line> lines) {
        int[] widths = new int[headings.size()];
        int beside = 0;
        for (int column = 1; column < widths.length; column++) {
            for (Line line : lines) {
                widths[column] =
                        Math.max(widths[column], Table.width(line.cells().get(column - 1)));
            }
            beside += GAP.length() + widths[column];
        }
        for (Line line : lines) {
            widths[0] = Math.max(widths[0], Table.width(line.label()));
        }
        if (width > 0) {
            widths[0] = Math.min(widths[0], Math.max(NARROWEST, width - beside));
        }
        return widths;
    }

    private String line(Line line, int[] widths) {
        String label = cut(line.label(), widths[0]);
        StringBuilder text = new StringBuilder(label).append(" ".repeat(widths[0] - Table.width(label)));
        for (int column = 1; column < widths.length; column++) {
            String cell = line.cells().get(column - 1);
            String padding = " ".repeat(widths[column] - Table.width(cell));
            text.append(GAP).append(headings.get(column).startsWith(">") ? padding + cell : cell + padding);
        }
        return text.toString().stripTrailing();
    }

    /** The text, or as much of it as there is room for, with an ellipsis. */
    private static String cut(String text, int columns) {
        if (Table.width(text) <= columns) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int[] points = text.codePoints().toArray();
        for (int point : points) {
            if (Table.width(kept + Character.toString(point)) >= columns) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept.append('…').toString();
    }

    private String heading(int column) {
        return capitals(withoutMark(headings.get(column)));
    }

    private static String withoutMark(String heading) {
        return heading.startsWith(">") ? heading.substring(1) : heading;
    }

    private static String capitals(String heading) {
        return heading.toUpperCase(Locale.ROOT);
    }
}
