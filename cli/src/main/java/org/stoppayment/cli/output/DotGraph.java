package org.stoppayment.cli.output;

import java.util.List;
import org.stoppayment.cli.output.Console.Tone;

/** A graph in the language of Graphviz: accounts as boxes, transfers as arrows. Draw it with {@code dot -Tsvg}. Pure. */
public final class DotGraph {

    private DotGraph() {}

    /**
     * A box.
     *
     * @param id what arrows name it by, unique
     * @param lines what stands in it
     * @param tone what its colour wants to say
     */
    public record Box(String id, List<String> lines, Tone tone) {

        public Box {
            lines = List.copyOf(lines);
        }
    }

    /** An arrow from a box to a box; loops are welcome. */
    public record Arrow(String from, String to, String label) {}

    /** The graph, in the order given; ends with a line's end. */
    public static String of(String name, List<Box> boxes, List<Arrow> arrows) {
        StringBuilder dot = new StringBuilder("digraph ").append(quoted(name)).append(" {\n");
        dot.append("  rankdir=LR;\n  node [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\"];\n");
        for (Box box : boxes) {
            dot.append("  ")
                    .append(quoted(box.id()))
                    .append(" [label=")
                    .append(quoted(String.join("\n", box.lines())))
                    .append(", fillcolor=")
                    .append(quoted(fill(box.tone())))
                    .append("];\n");
        }
        for (Arrow arrow : arrows) {
            dot.append("  ")
                    .append(quoted(arrow.from()))
                    .append(" -> ")
                    .append(quoted(arrow.to()))
                    .append(" [label=")
                    .append(quoted(arrow.label()))
                    .append("];\n");
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
