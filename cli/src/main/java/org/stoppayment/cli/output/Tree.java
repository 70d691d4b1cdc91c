package org.stoppayment.cli.output;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree of text: a {@link Table} whose first column shows the branches. Further lines of a row continue the branches, and their
 * columns are aligned over the whole tree.
 */
public final class Tree {

    private static final String BRANCH = "├─";
    private static final String LAST_BRANCH = "└─";
    private static final String TRUNK = "│ ";
    private static final String NO_TRUNK = "  ";

    private final String[] headings;

    /**
     * A node.
     *
     * @param label plain text
     * @param cells the other columns; may be coloured
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
     */
    public Tree(String... headings) {
        this.headings = headings.clone();
    }

    /** The headings and each node, which may have several lines. */
    public List<String> rows(Console console, List<Node> roots) {
        return table(roots).rows(console);
    }

    /** The tree in lines of at most {@code maxWidth} columns; 0 for one line a node. */
    String render(int maxWidth, List<Node> roots) {
        return table(roots).render(maxWidth);
    }

    private Table table(List<Node> roots) {
        Table table = new Table(headings);
        roots.forEach(root -> add(table, "", "", root));
        return table;
    }

    private void add(Table table, String branch, String trunk, Node node) {
        List<String> row = new ArrayList<>(List.of(branch + node.label()));
        row.addAll(node.cells());
        table.add(node.children().isEmpty() ? trunk : trunk + TRUNK, row);
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
