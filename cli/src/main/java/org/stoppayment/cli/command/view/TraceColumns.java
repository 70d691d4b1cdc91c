package org.stoppayment.cli.command.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.freeze.v1.TraceNode;
import org.stoppayment.proto.freeze.v1.TraceSums;

/** Columns of a tree of accounts, in the order in which they were added. */
final class TraceColumns {

    private final Console console;
    private final List<TraceNode> nodes;
    private final List<String> headings = new ArrayList<>();
    private final List<Function<TraceNode, String>> cells = new ArrayList<>();

    /** Columns for these accounts. */
    TraceColumns(Console console, List<TraceNode> nodes) {
        this.console = console;
        this.nodes = nodes;
    }

    /** Adds a column. */
    TraceColumns with(Heading heading, Function<TraceNode, String> cell) {
        headings.add(heading.of(console));
        cells.add(cell);
        return this;
    }

    /** Adds a column of sums in yuan. */
    TraceColumns withSum(Heading heading, ToLongFunction<TraceSums> fen) {
        return with(heading, node -> Formats.yuan(fen.applyAsLong(node.getSums())));
    }

    /** Adds a column of sums in yuan, unless the sum of every account is 0. */
    TraceColumns withSumIfAny(Heading heading, ToLongFunction<TraceSums> fen) {
        return nodes.stream().anyMatch(node -> fen.applyAsLong(node.getSums()) != 0) ? withSum(heading, fen) : this;
    }

    /** The headings, that of the account first. */
    String[] headings() {
        return Stream.concat(Stream.of(Heading.ACCOUNT.of(console)), headings.stream())
                .toArray(String[]::new);
    }

    /** The cells of an account. */
    List<String> cells(TraceNode node) {
        return cells.stream().map(cell -> cell.apply(node)).toList();
    }
}
