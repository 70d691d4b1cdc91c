package org.stoppayment.cli.output;

import java.util.List;
import org.stoppayment.cli.output.Console.Tone;

/** Writes a graph in the DOT language of Graphviz. Pure. */
public final class DotGraph {

    private DotGraph() {}

    /**
     * A box.
     *
     * @param id unique; arrows refer to it
     * @param lines its text
     * @param tone decides its colour
     */
    public record Box(String id, List<String> lines, Tone tone) {

        public Box {
            lines = List.copyOf(lines);
        }
    }

    /** An arrow between two boxes, which may be the same. */
    public record Arrow(String from, String to, String label) {}

    /** The graph, in the given order; ends with a line end. */
    public static String of(String name, List<Box> boxes, List<Arrow> arrows) {
        StringBuilder dot = new StringBuilder("digraph ").append(quoted(name)).append(" {\n");
        dot.append("  rankdir=LR;\n  node [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\"];\n");
        for (Box box : boxes) {
            String label = quoted(String.join("\n", box.lines()));
            dot.append("  %s [label=%s, fillcolor=%s];\n".formatted(quoted(box.id()), label, quoted(fill(box.tone()))));
        }
        for (Arrow arrow : arrows) {
            dot.append("  %s -> %s [label=%s];\n"
                    .formatted(quoted(arrow.from()), quoted(arrow.to()), quoted(arrow.label())));
        }
        return dot.append("}\n").toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static String fill(Tone tone) {
        return switch (tone) {
            case GOOD -> "#cdeedd";
            case WARNING -> "#fbe8bf";
            case BAD -> "#f8d0c8";
            case QUIET -> "#eceef1";
            case STRONG -> "#ffffff";
        };
    }
}
