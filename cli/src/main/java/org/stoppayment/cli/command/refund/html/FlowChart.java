package org.stoppayment.cli.command.refund.html;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.cli.command.refund.explain.Owners;
import org.stoppayment.cli.command.refund.html.FlowGraph.Link;
import org.stoppayment.cli.command.refund.html.FlowGraph.Node;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.recovery.v1.AccountRefund;
import org.stoppayment.proto.recovery.v1.OwnerKind;
import org.stoppayment.proto.recovery.v1.Share;

/**
 * The way of money as a picture, for {@code refund/flow.html}: columns of nodes by level, and lines whose width is their sum.
 *
 * @param title for screen readers
 * @param description what is drawn
 * @param width of the picture
 * @param height of the picture
 * @param boxes nodes
 * @param lines what moved between them
 * @param legend owners and their styles
 */
public record FlowChart(
        String title, String description, int width, int height, List<Box> boxes, List<Line> lines, List<Mark> legend) {

    /** Maximum number of lines that are drawn. */
    static final int MAX_LINES = 150;

    private static final int COLUMN = 250;
    private static final int BOX = 12;
    private static final int TOP = 48;
    private static final int GAP = 46;
    private static final int FULL = 280;
    private static final int STYLES = 6;
    private static final String MIXED = "mixed";

    /** A node: its place, style and labels. */
    public record Box(int x, int y, int width, int height, String style, String name, String detail) {}

    /** A line: an SVG path, its width and style, and what it says. */
    public record Line(String path, int width, String style, boolean isReturn, String name) {}

    /** A style and what it means. */
    public record Mark(String style, String name) {}

    static FlowChart of(Console console, Owners owners, AccountRefund refund) {
        List<Link> all = List.copyOf(FlowGraph.links(console, owners, refund.getFlowsList()));
        List<Link> drawn = all.size() <= MAX_LINES
                ? all
                : all.stream()
                        .sorted(Comparator.comparingLong(Link::fen).reversed())
                        .limit(MAX_LINES)
                        .toList();
        String description = console.text(PageText.PICTURE_OF)
                + (drawn.size() < all.size()
                        ? " " + console.text(PageText.LARGEST_LINKS, drawn.size(), all.size())
                        : "");
        return new Drawing(console, owners, drawn)
                .chart(console.text(PageText.PICTURE_TITLE, refund.getAccount().getNumber()), description);
    }

    /** Places nodes and lines. */
    private static final class Drawing {

        private final Console console;
        private final Owners owners;
        private final List<Link> links;
        private final Map<Node, Long> in = new LinkedHashMap<>();
        private final Map<Node, Long> out = new LinkedHashMap<>();
        private final Map<Node, Integer> tops = new LinkedHashMap<>();
        private final Map<Node, Integer> usedIn = new HashMap<>();
        private final Map<Node, Integer> usedOut = new HashMap<>();
        private long fullFen = 1;

        Drawing(Console console, Owners owners, List<Link> links) {
            this.console = console;
            this.owners = owners;
            this.links = links;
        }

        FlowChart chart(String title, String description) {
            for (Link link : links) {
                out.merge(link.from(), link.fen(), Math::addExact);
                in.merge(link.to(), link.fen(), Math::addExact);
            }
            List<Node> nodes = Stream.concat(out.keySet().stream(), in.keySet().stream())
                    .distinct()
                    .toList();
            fullFen =
                    nodes.stream()
                            .collect(Collectors.groupingBy(Node::column, Collectors.summingLong(this::fen)))
                            .values()
                            .stream()
                            .reduce(1L, Math::max);
            int height = place(nodes);
            int columns = nodes.stream().mapToInt(Node::column).max().orElse(0) + 1;
            List<Line> lines = links.stream().map(this::line).toList();
            return new FlowChart(
                    title,
                    description,
                    columns * COLUMN,
                    height,
                    nodes.stream().map(this::box).toList(),
                    lines,
                    legend(lines));
        }

        private int place(List<Node> nodes) {
            Map<Integer, Integer> next = new HashMap<>();
            for (Node node : nodes) {
                int top = next.getOrDefault(node.column(), TOP);
                tops.put(node, top);
                next.put(node.column(), top + height(node) + GAP);
            }
            return next.values().stream().reduce(TOP, Math::max);
        }

        private long fen(Node node) {
            return Math.max(in.getOrDefault(node, 0L), out.getOrDefault(node, 0L));
        }

        private int height(Node node) {
            return Math.max(4, scaled(fen(node)));
        }

        /** At least 1, so that everything is seen. */
        private int scaled(long fen) {
            return Math.toIntExact(Math.max(1, (Math.multiplyExact(fen, FULL) + fullFen / 2) / fullFen));
        }

        private static int x(Node node) {
            return node.column() * COLUMN + 8;
        }

        private int top(Node node) {
            return tops.getOrDefault(node, TOP);
        }

        private Line line(Link link) {
            int width = scaled(link.fen());
            int from = top(link.from()) + usedOut.getOrDefault(link.from(), 0) + (width + 1) / 2;
            int to = top(link.to()) + usedIn.getOrDefault(link.to(), 0) + (width + 1) / 2;
            usedOut.merge(link.from(), width, Integer::sum);
            usedIn.merge(link.to(), width, Integer::sum);
            int start = x(link.from()) + BOX;
            int end = x(link.to());
            int middle = (start + end) / 2;
            return new Line(
                    "M%d %d C%d %d %d %d %d %d".formatted(start, from, middle, from, middle, to, end, to),
                    width,
                    style(link.shares()),
                    link.to().kind() == FlowGraph.NodeKind.RETURN,
                    console.text(
                            PageText.LINK,
                            label(link.from()),
                            label(link.to()),
                            Formats.yuan(link.fen()),
                            owners.names(link.shares())));
        }

        private String style(List<Share> shares) {
            if (shares.size() != 1) {
                return MIXED;
            }
            Share share = shares.get(0);
            return switch (share.getOwner()) {
                case OWNER_KIND_VICTIM -> "v" + owners.index(share.getCaseId()) % STYLES;
                case OWNER_KIND_HOLDER -> "holder";
                default -> "unknown";
            };
        }

        private String label(Node node) {
            return switch (node.kind()) {
                case RETURN -> console.text(PageText.RETURNS_TO, node.name());
                case ONWARD -> console.text(PageText.ON_TO, node.name());
                default -> node.name();
            };
        }

        private Box box(Node node) {
            String institution = console.vocabulary().institutionName(node.institutionCode());
            return new Box(
                    x(node),
                    top(node),
                    BOX,
                    height(node),
                    node.kind().name().toLowerCase(java.util.Locale.ROOT),
                    label(node),
                    (institution + " " + Formats.yuan(fen(node))).strip());
        }

        private List<Mark> legend(List<Line> lines) {
            Map<String, String> marks = new LinkedHashMap<>();
            links.stream()
                    .flatMap(link -> link.shares().stream())
                    .sorted(Comparator.comparing(Share::getOwner).thenComparingInt(this::index))
                    .forEach(share -> marks.merge(
                            style(List.of(share)),
                            owners.name(share),
                            (old, name) -> List.of(old.split(", ")).contains(name) ? old : old + ", " + name));
            if (lines.stream().anyMatch(line -> line.style().equals(MIXED))) {
                marks.put(MIXED, console.text(PageText.LEGEND_MIXED));
            }
            if (lines.stream().anyMatch(Line::isReturn)) {
                marks.put("return", console.text(PageText.LEGEND_RETURN));
            }
            return marks.entrySet().stream()
                    .map(mark -> new Mark(mark.getKey(), mark.getValue()))
                    .toList();
        }

        private int index(Share share) {
            return share.getOwner() == OwnerKind.OWNER_KIND_VICTIM ? owners.index(share.getCaseId()) : 0;
        }
    }
}
