package org.stoppayment.cli.output;

import java.util.ArrayList;
import java.util.List;

/** A tree of text: a {@link Table} whose first column shows the branches. */
public final class Tree {

    private static final String BRANCH = "├─ ";
    private static final String LAST_BRANCH = "└─ ";
    private static final String TRUNK = "│  ";
    private static final String NO_TRUNK = "   ";

    private final String[] headings;
    private final int maxWidth;

    /**
     * A node.
     *
     * @param label plain text; cut when the terminal is too narrow
     * @param cells the other columns; may be coloured; never cut
     * @param children the nodes below it
     */
    public record Node(String label, List<String> cells, List<Node> children) {

        public Node {
            cells = List.copyOf(cells);
            children = List.copyOf(children);
        }
    }

    /**
     * A tree with these headings: the label's first, then one for each cell; a column whose heading starts with {@code >} is
     * aligned to the right.
     *
     * @param maxWidth columns of the terminal; 0 for no limit
     */
    public Tree(int maxWidth, String... headings) {
        this.maxWidth = maxWidth;
        this.headings = headings.clone();
    }

    /** The tree as lines, without a line end after the last. */
    public String render(List<Node> roots) {
        Table table = new Table(headings);
        roots.forEach(root -> add(table, "", "", root));
        return table.render(maxWidth);
    }

    private void add(Table table, String branch, String trunk, Node node) {
        if (node.cells().size() != headings.length - 1) {
            throw new IllegalArgumentException(
                    "cells: " + node.cells().size() + " (expected: " + (headings.length - 1) + ")");
        }
        List<String> row = new ArrayList<>(List.of(branch + node.label()));
        row.addAll(node.cells());
        table.fullRow(row);
        for (int i = 0; i < node.children().size(); i++) {
            boolean last = i == node.children().size() - 1;
            add(
                    table,
                    trunk + (last ? LAST_BRANCH : BRANCH),
                    trunk + (last ? NO_TRUNK : TRUNK),
                    node.children().get(i));
        }
    }
}
