package org.stoppayment.recovery.attribution.domain;

import static org.stoppayment.recovery.attribution.domain.Ledger.account;
import static org.stoppayment.recovery.attribution.domain.Ledger.victim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Random bookings of some accounts that pay each other; no account pays more than it has. */
final class RandomGraph {

    /**
     * Money that moves.
     *
     * @param id of its flow
     * @param owner whose money comes from outside; empty when an account pays
     * @param from the account that pays, empty when it comes from outside
     * @param to the account that is paid, empty for cash
     * @param fen above zero
     */
    record Move(FlowId id, Optional<Owner> owner, String from, String to, long fen) {}

    private static final int MAX_ACCOUNTS = 5;
    private static final int MAX_MOVES = 20;
    private static final int VICTIMS = 3;

    private final Random random;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Long> balances = new HashMap<>();
    private final List<Move> moves = new ArrayList<>();
    private final Ledger ledger = new Ledger();
    private final long most;

    private RandomGraph(Random random) {
        this.random = random;
        this.most = List.of(3L, 100L, 1_000_000L).get(random.nextInt(3));
        for (int i = 0; i < 2 + random.nextInt(MAX_ACCOUNTS - 1); i++) {
            names.add(String.valueOf((char) ('A' + i)));
        }
    }

    static RandomGraph of(Random random) {
        RandomGraph graph = new RandomGraph(random);
        int moves = 2 + random.nextInt(MAX_MOVES);
        while (graph.moves.size() < moves) {
            graph.addMove();
        }
        return graph;
    }

    List<Move> moves() {
        return moves;
    }

    Attribution attribution() {
        return ledger.attribution();
    }

    @Override
    public String toString() {
        return moves.toString();
    }

    private void addMove() {
        String name = names.get(random.nextInt(names.size()));
        long balance = balances.getOrDefault(name, 0L);
        if (balance == 0 || random.nextInt(3) == 0) {
            comeIn(name);
        } else {
            leave(name, random.nextInt(3) == 0 ? balance : 1 + random.nextLong(balance));
        }
    }

    private void comeIn(String to) {
        long fen = 1 + random.nextLong(most);
        int number = random.nextInt(VICTIMS + 1);
        Owner owner = number == 0 ? Owner.HOLDER : victim(number);
        add(FlowId.Source.REPORTED, to, Optional.of(owner), "", to, fen);
        if (number == 0) {
            ledger.clean(to, fen);
        } else {
            ledger.paid(number, to, fen);
        }
    }

    private void leave(String from, long fen) {
        String to = names.get(random.nextInt(names.size()));
        if (to.equals(from)) {
            add(FlowId.Source.OUT, from, Optional.empty(), from, "", fen);
            ledger.cash(from, fen);
        } else {
            add(FlowId.Source.OUT, from, Optional.empty(), from, to, fen);
            ledger.moved(from, to, fen);
        }
    }

    private void add(FlowId.Source source, String of, Optional<Owner> owner, String from, String to, long fen) {
        balances.merge(from, -fen, Long::sum);
        balances.merge(to, fen, Long::sum);
        moves.add(new Move(new FlowId(source, account(of), "S" + moves.size(), 1), owner, from, to, fen));
    }
}
