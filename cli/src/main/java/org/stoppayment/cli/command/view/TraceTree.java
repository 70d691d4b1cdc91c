package org.stoppayment.cli.command.view;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.DotGraph;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.cli.output.Tree;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.freeze.v1.TraceNode;
import org.stoppayment.proto.freeze.v1.TraceSums;
import org.stoppayment.proto.freeze.v1.TracedTransfer;

/**
 * A trace as text. In the tree the parent of an account is its first payer from the level above; money from other payers is
 * included in its sums.
 */
public final class TraceTree {

    private static final Comparator<TraceNode> BY_NUMBER = Comparator.<TraceNode, String>comparing(
                    node -> node.getAccount().getNumber())
            .thenComparing(node -> node.getAccount().getInstitutionCode());

    private TraceTree() {}

    /** The accounts as a tree, as {@link #rows} has them. */
    public static String of(Console console, Trace trace) {
        return String.join("\n", rows(console, trace));
    }

    /**
     * The headings and each account, with state, sums in yuan and milliseconds to the answer, as {@link #timesNote} says. An order of
     * another case that was answered before this case's first order is "before".
     */
    public static List<String> rows(Console console, Trace trace) {
        Optional<Instant> origin = firstOrderAt(trace);
        Map<String, TraceNode> nodes = new LinkedHashMap<>();
        trace.getNodesList().forEach(node -> nodes.put(key(node.getAccount()), node));
        Map<String, List<String>> payers = payers(trace);
        Map<String, List<TraceNode>> children = new LinkedHashMap<>();
        List<TraceNode> roots = new ArrayList<>();
        for (TraceNode node : nodes.values()) {
            parent(payers, nodes, node)
                    .ifPresentOrElse(
                            parent -> children.computeIfAbsent(parent, key -> new ArrayList<>())
                                    .add(node),
                            () -> roots.add(node));
        }
        TraceColumns columns = columns(console, trace, origin);
        return new Tree(columns.headings())
                .rows(
                        console,
                        roots.stream()
                                .map(root -> branch(columns, root, children))
                                .toList());
    }

    /** Where the money is, apart from what is held, only if there is any. */
    private static TraceColumns columns(Console console, Trace trace, Optional<Instant> origin) {
        return new TraceColumns(console, trace.getNodesList())
                .with(Heading.INSTITUTION, node -> institution(console, node))
                .with(Heading.LEVEL, node -> String.valueOf(node.getLevel()))
                .with(Heading.STATE, node -> console.toned(tone(node), state(console, node)))
                .withSum(Heading.TAINTED, sums -> sums.getReportedFen() + sums.getReceivedFen())
                .withSum(Heading.HELD, TraceSums::getHeldFen)
                .withSumIfAny(Heading.FROZEN, TraceSums::getFrozenFen)
                .withSumIfAny(Heading.RETURNED, TraceSums::getReturnedFen)
                .withSumIfAny(Heading.LAPSED, TraceSums::getLapsedFen)
                .withSumIfAny(Heading.LIFTED, TraceSums::getLiftedFen)
                .withSumIfAny(Heading.GONE_ON, TraceSums::getOnwardFen)
                .withSumIfAny(Heading.LEFT, sums -> sums.getCashFen() + sums.getMerchantFen() + sums.getRestoredFen())
                .withSumIfAny(Heading.UNKNOWN, TraceSums::getUnknownFen)
                .with(Heading.MS_TO_ANSWER, node -> toAnswer(console, node, origin));
    }

    /** The payers of each account, in the order of the transfers. */
    private static Map<String, List<String>> payers(Trace trace) {
        Map<String, List<String>> payers = new HashMap<>();
        for (TracedTransfer transfer : trace.getTransfersList()) {
            if (transfer.hasPayee()) {
                payers.computeIfAbsent(key(transfer.getPayee()), payee -> new ArrayList<>())
                        .add(key(transfer.getPayer()));
            }
        }
        return payers;
    }

    /** The sums of a trace on one line; what is frozen, was paid back, lapsed or was lifted only if there is any. */
    public static String sums(Console console, TraceSums total) {
        return console.text(
                ViewText.SUMS,
                Formats.yuan(total.getReportedFen()),
                held(console, total),
                Formats.yuan(total.getCashFen()),
                Formats.yuan(total.getMerchantFen()),
                Formats.yuan(total.getRestoredFen()),
                total.getLapsedFen(),
                Formats.yuan(total.getLapsedFen()),
                total.getLiftedFen(),
                Formats.yuan(total.getLiftedFen()),
                Formats.yuan(total.getUnknownFen()),
                total.getReturnedFen(),
                Formats.yuan(total.getReturnedFen()));
    }

    private static String held(Console console, TraceSums total) {
        String held = Formats.yuan(total.getHeldFen());
        return total.getFrozenFen() > 0
                ? console.text(ViewText.HELD_AND_FROZEN, held, Formats.yuan(total.getFrozenFen()))
                : held;
    }

    /** A suffix for sums: empty when the books add up, else what to do. */
    public static String conserved(Console console, boolean conserved) {
        return conserved ? "" : console.text(ViewText.NOT_CONSERVED);
    }

    /** What the milliseconds of the tree and of the levels are. */
    public static String timesNote(Console console) {
        return console.text(ViewText.TIMES_NOTE);
    }

    /** When the case's first order was placed; empty when it only joined those of others. All moments here are of one clock. */
    private static Optional<Instant> firstOrderAt(Trace trace) {
        return trace.getNodesList().stream()
                .filter(node -> node.hasPlacedAt() && !node.getJoined())
                .map(node -> OrderStates.instant(node.getPlacedAt()))
                .min(Instant::compareTo);
    }

    /** One line per level: accounts, sum held by stops and freezes, and times of the first and last stop, as {@link #timesNote} says. */
    public static String levels(Console console, Trace trace) {
        Optional<Instant> origin = firstOrderAt(trace);
        Map<Integer, List<TraceNode>> levels = new TreeMap<>();
        trace.getNodesList().forEach(node -> levels.computeIfAbsent(node.getLevel(), level -> new ArrayList<>())
                .add(node));
        Table table = new Table(Heading.of(
                console, Heading.LEVEL, Heading.ACCOUNTS, Heading.HELD, Heading.FIRST_STOP_MS, Heading.LAST_STOP_MS));
        levels.forEach((level, nodes) -> {
            List<Long> stops = nodes.stream()
                    .filter(node -> node.hasStoppedAt() && node.hasSettledAt())
                    .flatMap(node -> millis(origin, node.getSettledAt()).stream())
                    .sorted()
                    .toList();
            table.row(
                    level,
                    nodes.size(),
                    Formats.yuan(nodes.stream()
                            .map(TraceNode::getSums)
                            .mapToLong(sums -> sums.getHeldFen() + sums.getFrozenFen())
                            .sum()),
                    stops.isEmpty() ? "-" : stops.get(0),
                    stops.isEmpty() ? "-" : stops.get(stops.size() - 1));
        });
        return table.render(console);
    }

    /** The accounts as boxes and the transfers between them as arrows, for Graphviz. */
    public static String dot(Console console, Trace trace) {
        List<DotGraph.Box> boxes = trace.getNodesList().stream()
                .map(node -> new DotGraph.Box(
                        key(node.getAccount()),
                        List.of(
                                Formats.number(node.getAccount()) + "\n" + institution(console, node),
                                state(console, node),
                                console.text(
                                        ViewText.HELD_IN_BOX,
                                        Formats.yuan(node.getSums().getHeldFen()),
                                        node.getSums().getFrozenFen(),
                                        Formats.yuan(node.getSums().getFrozenFen()))),
                        tone(node)))
                .toList();
        List<DotGraph.Arrow> arrows = trace.getTransfersList().stream()
                .filter(TracedTransfer::hasPayee)
                .map(transfer -> new DotGraph.Arrow(
                        key(transfer.getPayer()), key(transfer.getPayee()), Formats.yuan(transfer.getTaintedFen())))
                .toList();
        return DotGraph.of("case " + trace.getCaseId(), boxes, arrows);
    }

    private static String institution(Console console, TraceNode node) {
        return Formats.orDash(console.vocabulary().institution(node.getAccount().getInstitutionCode()));
    }

    private static Optional<String> parent(
            Map<String, List<String>> payers, Map<String, TraceNode> nodes, TraceNode node) {
        return payers.getOrDefault(key(node.getAccount()), List.of()).stream()
                .filter(payer -> Optional.ofNullable(nodes.get(payer))
                        .filter(found -> found.getLevel() == node.getLevel() - 1)
                        .isPresent())
                .findFirst();
    }

    private static Tree.Node branch(TraceColumns columns, TraceNode node, Map<String, List<TraceNode>> children) {
        return new Tree.Node(
                Formats.number(node.getAccount()),
                columns.cells(node),
                children.getOrDefault(key(node.getAccount()), List.of()).stream()
                        .sorted(BY_NUMBER)
                        .map(child -> branch(columns, child, children))
                        .toList());
    }

    private static String state(Console console, TraceNode node) {
        return node.getApplicationId().isEmpty()
                ? Formats.orDash(console.vocabulary().code(node.getNotFollowed()))
                : console.vocabulary().value(node.getState());
    }

    private static Tone tone(TraceNode node) {
        return OrderTable.tone(node.getState());
    }

    private static String toAnswer(Console console, TraceNode node, Optional<Instant> origin) {
        if (!node.hasSettledAt() || origin.isEmpty()) {
            return Formats.orDash("");
        }
        return millis(origin, node.getSettledAt()).map(String::valueOf).orElseGet(() -> console.text(ViewText.BEFORE));
    }

    /** Milliseconds from the origin; empty when there is none, or the moment is before it. */
    private static Optional<Long> millis(Optional<Instant> origin, Timestamp moment) {
        return origin.map(from -> Duration.between(from, OrderStates.instant(moment)))
                .filter(time -> !time.isNegative())
                .map(Duration::toMillis);
    }

    private static String key(Account account) {
        return account.getInstitutionCode() + "/" + account.getNumber();
    }
}
