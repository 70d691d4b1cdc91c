package org.stoppayment.cli.output;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.freeze.v1.TraceNode;
import org.stoppayment.proto.freeze.v1.TraceSums;
import org.stoppayment.proto.freeze.v1.TracedTransfer;

/**
 * Where the money of a case went, for people. In the tree an account hangs on the one that first brought money to it from the
 * level above; money that came by other ways is in its sums.
 */
public final class TraceTree {

    private TraceTree() {}

    /** The accounts as a tree, with states, sums in yuan and milliseconds from {@code origin} to the answer. */
    public static String of(Console console, Trace trace, Instant origin) {
        Map<String, TraceNode> nodes = new LinkedHashMap<>();
        trace.getNodesList().forEach(node -> nodes.put(key(node.getAccount()), node));
        Map<String, List<TraceNode>> children = new LinkedHashMap<>();
        List<TraceNode> roots = new ArrayList<>();
        for (TraceNode node : nodes.values()) {
            parent(trace, nodes, node)
                    .ifPresentOrElse(
                            parent -> children.computeIfAbsent(parent, key -> new ArrayList<>())
                                    .add(node),
                            () -> roots.add(node));
        }
        Tree tree =
                new Tree(0, "account", ">level", "state", ">tainted", ">held", ">gone on", ">left", ">unknown", ">ms");
        return tree.render(roots.stream()
                .map(root -> branch(console, root, children, origin))
                .toList());
    }

    /** Where all that was reported is, on one line. */
    public static String sums(TraceSums total) {
        return "reported " + Views.yuan(total.getReportedFen())
                + " = held " + Views.yuan(total.getHeldFen())
                + " + cash " + Views.yuan(total.getCashFen())
                + " + merchants " + Views.yuan(total.getMerchantFen())
                + " + unknown " + Views.yuan(total.getUnknownFen() + total.getLapsedFen() + total.getLiftedFen());
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
                    Views.yuan(nodes.stream()
                            .mapToLong(node -> node.getSums().getHeldFen())
                            .sum()),
                    stops.isEmpty() ? "-" : stops.get(0),
                    stops.isEmpty() ? "-" : stops.get(stops.size() - 1));
        });
        return table.render();
    }

    /** The accounts as boxes and the transfers between them as arrows, for Graphviz. */
    public static String dot(Trace trace) {
        List<Dot.Box> boxes = trace.getNodesList().stream()
                .map(node -> new Dot.Box(
                        key(node.getAccount()),
                        List.of(
                                Views.number(node.getAccount()),
                                state(node),
                                "held " + Views.yuan(node.getSums().getHeldFen())),
                        tone(node)))
                .toList();
        List<Dot.Arrow> arrows = trace.getTransfersList().stream()
                .filter(TracedTransfer::hasPayee)
                .map(transfer -> new Dot.Arrow(
                        key(transfer.getPayer()), key(transfer.getPayee()), Views.yuan(transfer.getTaintedFen())))
                .toList();
        return Dot.of("case " + trace.getCaseId(), boxes, arrows);
    }

    private static Optional<String> parent(Trace trace, Map<String, TraceNode> nodes, TraceNode node) {
        String key = key(node.getAccount());
        return trace.getTransfersList().stream()
                .filter(transfer ->
                        transfer.hasPayee() && key(transfer.getPayee()).equals(key))
                .map(transfer -> key(transfer.getPayer()))
                .filter(payer -> Optional.ofNullable(nodes.get(payer))
                        .filter(found -> found.getLevel() == node.getLevel() - 1)
                        .isPresent())
                .findFirst();
    }

    private static Tree.Node branch(
            Console console, TraceNode node, Map<String, List<TraceNode>> children, Instant origin) {
        TraceSums sums = node.getSums();
        return new Tree.Node(
                Views.number(node.getAccount()),
                List.of(
                        String.valueOf(node.getLevel()),
                        console.toned(tone(node), state(node)),
                        Views.yuan(sums.getReportedFen() + sums.getReceivedFen()),
                        Views.yuan(sums.getHeldFen()),
                        Views.yuan(sums.getOnwardFen()),
                        Views.yuan(sums.getCashFen() + sums.getMerchantFen()),
                        Views.yuan(sums.getUnknownFen() + sums.getLapsedFen() + sums.getLiftedFen()),
                        node.hasSettledAt() ? String.valueOf(millis(origin, node.getSettledAt())) : "-"),
                children.getOrDefault(key(node.getAccount()), List.of()).stream()
                        .sorted(Comparator.comparing(child -> Views.number(child.getAccount())))
                        .map(child -> branch(console, child, children, origin))
                        .toList());
    }

    private static String state(TraceNode node) {
        return node.getApplicationId().isEmpty() ? Views.orDash(node.getNotFollowed()) : Views.plain(node.getState());
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
