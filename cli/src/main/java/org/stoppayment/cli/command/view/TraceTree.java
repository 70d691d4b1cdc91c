package org.stoppayment.cli.command.view;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
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
 * Where the money of a case went, for people. In the tree an account hangs on the one that first brought money to it from the
 * level above; money that came by other ways is in its sums. Institutions are told where two of them have an account of one
 * number.
 */
public final class TraceTree {

    private static final String[] HEADINGS = {
        "account", ">level", "state", ">tainted", ">held", ">gone on", ">left", ">unknown", ">ms"
    };
    private static final String[] WITH_INSTITUTION = Stream.concat(
                    Stream.of("account", "institution"), Stream.of(HEADINGS).skip(1))
            .toArray(String[]::new);

    private static final Comparator<TraceNode> BY_NUMBER = Comparator.<TraceNode, String>comparing(
                    node -> node.getAccount().getNumber())
            .thenComparing(node -> node.getAccount().getInstitutionCode());

    private TraceTree() {}

    /** The accounts as a tree, with states, sums in yuan and milliseconds from {@code origin} to the answer. */
    public static String of(Console console, Trace trace, Instant origin) {
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
        boolean institutions = isNumberShared(trace);
        Tree tree = new Tree(0, institutions ? WITH_INSTITUTION : HEADINGS);
        return tree.render(roots.stream()
                .map(root -> branch(console, root, children, origin, institutions))
                .toList());
    }

    /** True when two institutions have an account of the same number: then the number alone does not tell which one it is. */
    private static boolean isNumberShared(Trace trace) {
        Set<String> numbers = new HashSet<>();
        return trace.getNodesList().stream()
                .map(node -> node.getAccount().getNumber())
                .anyMatch(number -> !numbers.add(number));
    }

    /** Who paid each account, in the order of the transfers. */
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

    /** Where all that was reported is, on one line. */
    public static String sums(TraceSums total) {
        return "reported " + Formats.yuan(total.getReportedFen())
                + " = held " + Formats.yuan(total.getHeldFen())
                + " + cash " + Formats.yuan(total.getCashFen())
                + " + merchants " + Formats.yuan(total.getMerchantFen())
                + " + unknown " + Formats.yuan(total.getUnknownFen() + total.getLapsedFen() + total.getLiftedFen());
    }

    /** One line a level: how many accounts, what is held, and when the last of them was stopped. */
    public static String levels(Trace trace, Instant origin) {
        Map<Integer, List<TraceNode>> levels = new TreeMap<>();
        trace.getNodesList().forEach(node -> levels.computeIfAbsent(node.getLevel(), level -> new ArrayList<>())
                .add(node));
        Table table = new Table(">level", ">accounts", ">held", ">first stop ms", ">last stop ms");
        levels.forEach((level, nodes) -> {
            List<Long> stops = nodes.stream()
                    .filter(node -> node.hasStoppedAt() && node.hasSettledAt())
                    .map(node -> millis(origin, node.getSettledAt()))
                    .sorted()
                    .toList();
            table.row(
                    level,
                    nodes.size(),
                    Formats.yuan(nodes.stream()
                            .mapToLong(node -> node.getSums().getHeldFen())
                            .sum()),
                    stops.isEmpty() ? "-" : stops.get(0),
                    stops.isEmpty() ? "-" : stops.get(stops.size() - 1));
        });
        return table.render();
    }

    /** The accounts as boxes and the transfers between them as arrows, for Graphviz. */
    public static String dot(Trace trace) {
        boolean institutions = isNumberShared(trace);
        List<DotGraph.Box> boxes = trace.getNodesList().stream()
                .map(node -> new DotGraph.Box(
                        key(node.getAccount()),
                        List.of(
                                name(node, institutions),
                                state(node),
                                "held " + Formats.yuan(node.getSums().getHeldFen())),
                        tone(node)))
                .toList();
        List<DotGraph.Arrow> arrows = trace.getTransfersList().stream()
                .filter(TracedTransfer::hasPayee)
                .map(transfer -> new DotGraph.Arrow(
                        key(transfer.getPayer()), key(transfer.getPayee()), Formats.yuan(transfer.getTaintedFen())))
                .toList();
        return DotGraph.of("case " + trace.getCaseId(), boxes, arrows);
    }

    private static String name(TraceNode node, boolean institutions) {
        String number = Formats.number(node.getAccount());
        return institutions ? number + "\n" + institution(node) : number;
    }

    private static String institution(TraceNode node) {
        return Formats.orDash(node.getAccount().getInstitutionCode());
    }

    private static Optional<String> parent(
            Map<String, List<String>> payers, Map<String, TraceNode> nodes, TraceNode node) {
        return payers.getOrDefault(key(node.getAccount()), List.of()).stream()
                .filter(payer -> Optional.ofNullable(nodes.get(payer))
                        .filter(found -> found.getLevel() == node.getLevel() - 1)
                        .isPresent())
                .findFirst();
    }

    private static Tree.Node branch(
            Console console,
            TraceNode node,
            Map<String, List<TraceNode>> children,
            Instant origin,
            boolean institutions) {
        TraceSums sums = node.getSums();
        List<String> cells = new ArrayList<>();
        if (institutions) {
            cells.add(institution(node));
        }
        cells.addAll(List.of(
                String.valueOf(node.getLevel()),
                console.toned(tone(node), state(node)),
                Formats.yuan(sums.getReportedFen() + sums.getReceivedFen()),
                Formats.yuan(sums.getHeldFen()),
                Formats.yuan(sums.getOnwardFen()),
                Formats.yuan(sums.getCashFen() + sums.getMerchantFen()),
                Formats.yuan(sums.getUnknownFen() + sums.getLapsedFen() + sums.getLiftedFen()),
                node.hasSettledAt() ? String.valueOf(millis(origin, node.getSettledAt())) : "-"));
        return new Tree.Node(
                Formats.number(node.getAccount()),
                cells,
                children.getOrDefault(key(node.getAccount()), List.of()).stream()
                        .sorted(BY_NUMBER)
                        .map(child -> branch(console, child, children, origin, institutions))
                        .toList());
    }

    private static String state(TraceNode node) {
        return node.getApplicationId().isEmpty()
                ? Formats.orDash(node.getNotFollowed())
                : Formats.plain(node.getState());
    }

    private static Tone tone(TraceNode node) {
        return OrderTable.tone(node.getState());
    }

    private static long millis(Instant origin, Timestamp moment) {
        return Duration.between(origin, Instant.ofEpochSecond(moment.getSeconds(), moment.getNanos()))
                .toMillis();
    }

    private static String key(Account account) {
        return account.getInstitutionCode() + "/" + account.getNumber();
    }
}
