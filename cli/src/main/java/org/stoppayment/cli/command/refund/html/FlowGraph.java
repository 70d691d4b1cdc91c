package org.stoppayment.cli.command.refund.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stoppayment.cli.command.refund.explain.FlowEnds;
import org.stoppayment.cli.command.refund.explain.Owners;
import org.stoppayment.cli.output.Console;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.recovery.v1.Flow;
import org.stoppayment.proto.recovery.v1.Share;

/**
 * The way of money as a graph without cycles: a node is an account at a level. Money that comes to an account which it had reached at an
 * earlier level ends in a node of its own, which names that account.
 */
final class FlowGraph {

    /** What a node is. */
    enum NodeKind {
        SOURCE,
        ACCOUNT,
        RETURN,
        ONWARD,
        SINK
    }

    /**
     * A node.
     *
     * @param name the account, or what stands for one
     * @param institutionCode of the account, may be empty
     * @param column its level; 0 for what comes from outside
     */
    record Node(String name, String institutionCode, int column, NodeKind kind) {}

    /** What moved between two nodes. */
    static final class Link {

        private final Node from;
        private final Node to;
        private final Map<String, Share> shares = new LinkedHashMap<>();
        private long fen;

        private Link(Node from, Node to) {
            this.from = from;
            this.to = to;
        }

        Node from() {
            return from;
        }

        Node to() {
            return to;
        }

        long fen() {
            return fen;
        }

        List<Share> shares() {
            return List.copyOf(shares.values());
        }

        private void add(Flow flow) {
            fen = Math.addExact(fen, flow.getAmountFen());
            for (Share share : flow.getSharesList()) {
                shares.merge(share.getOwnerValue() + share.getCaseId(), share, (one, other) -> one.toBuilder()
                        .setAmountFen(Math.addExact(one.getAmountFen(), other.getAmountFen()))
                        .build());
            }
        }
    }

    private record Key(Node from, Node to) {}

    private final Console console;
    private final Owners owners;
    private final Map<String, Integer> levels = new HashMap<>();
    private final Map<String, Set<String>> payees = new HashMap<>();
    private final Map<Key, Link> links = new LinkedHashMap<>();

    private FlowGraph(Console console, Owners owners) {
        this.console = console;
        this.owners = owners;
    }

    /** The links of these flows, in the order of the first flow of each. */
    static Collection<Link> links(Console console, Owners owners, List<Flow> flows) {
        FlowGraph graph = new FlowGraph(console, owners);
        flows.forEach(graph::note);
        flows.forEach(graph::add);
        return graph.links.values();
    }

    private void note(Flow flow) {
        if (flow.hasPayee() && flow.hasLevel()) {
            levels.merge(key(flow.getPayee()), Math.max(1, flow.getLevel()), Math::min);
        }
        if (flow.hasPayee() && flow.hasPayer()) {
            payees.computeIfAbsent(key(flow.getPayer()), payer -> new HashSet<>())
                    .add(key(flow.getPayee()));
        }
    }

    private void add(Flow flow) {
        Node from = flow.hasPayer()
                ? account(flow.getPayer(), level(flow.getPayer()), NodeKind.ACCOUNT)
                : new Node(FlowEnds.payer(console, owners, flow), "", 0, NodeKind.SOURCE);
        Node to = to(flow, from);
        links.computeIfAbsent(new Key(from, to), key -> new Link(from, to)).add(flow);
    }

    private Node to(Flow flow, Node from) {
        if (!flow.hasPayee()) {
            return new Node(FlowEnds.payee(console, flow), "", from.column() + 1, NodeKind.SINK);
        }
        int level = level(flow.getPayee());
        if (level > from.column()) {
            return account(flow.getPayee(), level, NodeKind.ACCOUNT);
        }
        NodeKind kind = flow.hasPayer() && leads(key(flow.getPayee()), key(flow.getPayer()))
                ? NodeKind.RETURN
                : NodeKind.ONWARD;
        return account(flow.getPayee(), from.column() + 1, kind);
    }

    private int level(Account account) {
        return levels.getOrDefault(key(account), 1);
    }

    /** True when money can go from one account to the other. */
    private boolean leads(String from, String to) {
        Set<String> seen = new HashSet<>(Set.of(from));
        List<String> next = new ArrayList<>(List.of(from));
        while (!next.isEmpty()) {
            String account = next.remove(next.size() - 1);
            if (account.equals(to)) {
                return true;
            }
            payees.getOrDefault(account, Set.of()).stream().filter(seen::add).forEach(next::add);
        }
        return false;
    }

    private static Node account(Account account, int column, NodeKind kind) {
        return new Node(account.getNumber(), account.getInstitutionCode(), column, kind);
    }

    private static String key(Account account) {
        return account.getInstitutionCode() + " " + account.getNumber();
    }
}
