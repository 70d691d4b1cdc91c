package org.stoppayment.recovery.attribution.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * Whose money moved and is held: replays the flows of a graph in order of time. See {@link AccountPool} for the rule of one account.
 *
 * <p>Flows of the same time and sequence follow the money: first those of the payer that is fewest transfers from a victim at that moment,
 * then by account, serial and ordinal. Where an account pays more than it has, the missing money is of unknown owners.
 */
public final class Attribution {

    private static final Comparator<Flow> BY_TIME =
            Comparator.comparing(Flow::at).thenComparingLong(Flow::sequence);
    private static final Comparator<Turn> BY_TURN = Comparator.comparingInt(Turn::level)
            .thenComparing(turn -> turn.flow().id());

    private record Turn(int level, Flow flow) {}

    private final MoneyGraph graph;
    private final Map<AccountRef.Key, AccountReplay> accounts = new TreeMap<>(Accounts.ORDER);
    private final Map<FlowId, FlowShares> flows = new HashMap<>();

    private Attribution(MoneyGraph graph, Set<AccountRef.Key> lacking) {
        this.graph = graph;
        graph.accounts()
                .forEach((key, statement) -> accounts.put(
                        key, new AccountReplay(key, statement, !statement.isComplete() || lacking.contains(key))));
    }

    /** Computes the shares of a graph. */
    public static Attribution of(MoneyGraph graph) {
        Attribution attribution = new Attribution(graph, Set.of());
        attribution.replay();
        Set<AccountRef.Key> lacking = attribution.newlyLacking();
        if (!lacking.isEmpty()) { // found while replaying: nothing on these is unique, from their first booking
            attribution = new Attribution(graph, lacking);
            attribution.replay();
        }
        return attribution;
    }

    /** The accounts, in a fixed order. */
    public List<AccountShares> accounts() {
        return accounts.values().stream().map(AccountReplay::shares).toList();
    }

    /** What one account holds. */
    public AccountShares account(AccountRef.Key key) {
        return Optional.ofNullable(accounts.get(key))
                .orElseThrow(() -> new IllegalArgumentException("key: " + key + " (expected: an account of the graph)"))
                .shares();
    }

    /** Whose money each flow carried, those that no fact tells of included. */
    public Map<FlowId, FlowShares> flows() {
        return Map.copyOf(flows);
    }

    private Set<AccountRef.Key> newlyLacking() {
        Set<AccountRef.Key> lacking = new HashSet<>();
        accounts.forEach((key, replay) -> {
            if (replay.hasPaidMoreThanItHad()) {
                lacking.add(key);
            }
        });
        return lacking;
    }

    private void replay() {
        List<Flow> sorted = graph.flows().stream().sorted(BY_TIME).toList();
        for (int from = 0; from < sorted.size(); ) {
            int to = from + 1;
            while (to < sorted.size() && BY_TIME.compare(sorted.get(from), sorted.get(to)) == 0) {
                to++;
            }
            moment(sorted.subList(from, to));
            from = to;
        }
        Instant last =
                sorted.isEmpty() ? Instant.MIN : sorted.get(sorted.size() - 1).at();
        for (AccountReplay replay : accounts.values()) {
            replay.close(last);
            replay.untold().forEach(untold -> flows.put(untold.flow().id(), untold));
        }
    }

    private void moment(List<Flow> together) {
        if (together.size() == 1) {
            move(together.get(0));
            return;
        }
        Map<AccountRef.Key, List<Flow>> byPayer = new HashMap<>();
        PriorityQueue<Turn> turns = new PriorityQueue<>(BY_TURN);
        for (Flow flow : together) {
            turns.add(new Turn(levelOf(flow), flow));
            flow.payer().filter(payer -> flow.origin().isEmpty()).ifPresent(payer -> byPayer.computeIfAbsent(
                            payer, key -> new ArrayList<>())
                    .add(flow));
        }
        Set<FlowId> done = new HashSet<>();
        while (!turns.isEmpty()) {
            Flow flow = turns.remove().flow();
            if (done.add(flow.id()) && move(flow)) {
                // The payee is nearer to a victim than before: its own flows of this moment come sooner.
                byPayer.getOrDefault(flow.payee().orElseThrow(), List.of())
                        .forEach(next -> turns.add(new Turn(levelOf(next), next)));
            }
        }
    }

    private int levelOf(Flow flow) {
        return flow.origin().map(Flow.Origin::level).orElseGet(() -> replay(flow.payer())
                .level());
    }

    /** True when the payee has come nearer to a victim. */
    private boolean move(Flow flow) {
        FlowShares moved = flow.origin()
                .map(origin -> new FlowShares(flow, origin.shares(), origin.provenance(), next(origin.level())))
                .orElseGet(() -> replay(flow.payer()).pay(flow));
        flows.put(flow.id(), moved);
        Optional<AccountReplay> payee = flow.payee().map(accounts::get);
        return payee.isPresent() && payee.get().receive(moved);
    }

    private AccountReplay replay(Optional<AccountRef.Key> key) {
        return Optional.ofNullable(accounts.get(key.orElseThrow()))
                .orElseThrow(() -> new IllegalStateException("payer: " + key + " (expected: an account of the graph)"));
    }

    static int next(int level) {
        return level == AccountShares.UNREACHED ? level : level + 1;
    }
}
