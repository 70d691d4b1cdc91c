package org.stoppayment.cli.command.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.freeze.v1.TraceNode;
import org.stoppayment.proto.freeze.v1.TraceSums;

/** Columns of a tree of accounts, in the order in which they were added. */
final class TraceColumns {

    private final List<TraceNode> nodes;
    private final List<String> headings = new ArrayList<>();
    private final List<Function<TraceNode, String>> cells = new ArrayList<>();

    /** Columns for these accounts. */
    TraceColumns(List<TraceNode> nodes) {
        this.nodes = nodes;
    }

    /** Adds a column; {@code heading} as in a {@link org.stoppayment.cli.output.Table}. */
    TraceColumns with(String heading, Function<TraceNode, String> cell) {
        headings.add(heading);
        cells.add(cell);
        return this;
    }

    /** Adds a column of sums in yuan. */
    TraceColumns withSum(String heading, ToLongFunction<TraceSums> fen) {
        return with(">" + heading, node -> Formats.yuan(fen.applyAsLong(node.getSums())));
    }

    /** Adds a column of sums in yuan, unless the sum of every account is 0. */
    TraceColumns withSumIfAny(String heading, ToLongFunction<TraceSums> fen) {
        return nodes.stream().anyMatch(node -> fen.applyAsLong(node.getSums()) != 0) ? withSum(heading, fen) : this;
    }

    /** The headings, after that of the account. */
    String[] headings(String account) {
        return Stream.concat(Stream.of(account), headings.stream()).toArray(String[]::new);
    }

    /** The cells of an account. */
    List<String> cells(TraceNode node) {
        return cells.stream().map(cell -> cell.apply(node)).toList();
    }
}
