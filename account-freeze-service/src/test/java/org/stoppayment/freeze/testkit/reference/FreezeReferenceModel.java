package org.stoppayment.freeze.testkit.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.stoppayment.freeze.testkit.reference.ModelOrder.State;

/**
 * What freezes do to the stops, claims and money of {@link OrderReferenceModel}. Money is looked at as a row of fen: a freeze and a stop
 * hold it from the same end.
 */
public final class FreezeReferenceModel {

    /** How a freeze ended, or that it has not. */
    public enum End {
        NONE,
        LAPSED,
        LIFTED,
        RETURNED
    }

    private static final class Freeze {
        private final String id;
        private final Instant began;
        private long fen;
        private End end = End.NONE;

        private Freeze(String id, Instant began, long fen) {
            this.id = id;
            this.began = began;
            this.fen = fen;
        }
    }

    private final ModelOrders orders;
    private final ModelClaims claims;
    /** By case and account. */
    private final Map<String, Freeze> freezes = new HashMap<>();

    /** What was paid back out of each freeze of a case and account. */
    private final Map<String, Map<String, Long>> returned = new HashMap<>();

    FreezeReferenceModel(ModelOrders orders, ModelClaims claims) {
        this.orders = orders;
        this.claims = claims;
    }

    /** A freeze that names a stop is ordered; says whether the stop awaits it. */
    public boolean awaited(String freeze, String stop, Instant at) {
        ModelOrder order = orders.named(stop);
        if (order.state == State.IN_EFFECT && at.isBefore(order.end)) {
            order.awaited.add(freeze);
        }
        return order.awaited.contains(freeze);
    }

    /** A freeze is decided and is no takeover. */
    public void decided(String freeze, String stop, Instant at) {
        ModelOrder order = orders.named(stop);
        order.awaited.remove(freeze);
        if (order.lapsesAt(at)) {
            order.become(State.LAPSED, order.end);
        }
    }

    /** A freeze took effect; {@code othersAreActive} says whether other cases have active claims on the account. */
    public void began(
            String freeze, String caseId, String stop, Instant began, long fen, boolean othersAreActive, Instant at) {
        ModelOrder order = orders.named(stop);
        Freeze before = freezes.get(key(caseId, order.account));
        if (before == null || !before.id.equals(freeze) && !before.began.isAfter(began)) {
            freezes.put(key(caseId, order.account), new Freeze(freeze, began, fen));
            claims.freeze(caseId, order.account, began);
            orders.removeWaiting(caseId, order.account);
        }
        if (order.state == State.IN_EFFECT && !began.isAfter(order.end) && !othersAreActive) {
            order.become(State.FROZEN, at);
            order.awaited.clear();
        } else {
            decided(freeze, stop, at);
        }
    }

    /** A freeze holds another sum. */
    public void changed(String freeze, String caseId, String account, long fen) {
        Freeze known = freezes.get(key(caseId, account));
        if (known.id.equals(freeze) && (known.end == End.NONE || known.end == End.RETURNED)) {
            known.fen = fen;
            known.end = End.NONE;
        }
    }

    /** A freeze ended, and held a sum then. */
    public void ended(String freeze, String caseId, String account, long fen, End end) {
        Freeze known = freezes.get(key(caseId, account));
        if (known.id.equals(freeze) && (known.end == End.NONE || known.end == End.RETURNED || known.end == end)) {
            known.fen = fen;
            known.end = end;
        }
    }

    /** What was paid back out of a freeze, in all. */
    public void returned(String freeze, String caseId, String account, long fen) {
        returned.computeIfAbsent(key(caseId, account), key -> new HashMap<>()).put(freeze, fen);
    }

    /**
     * What is held, frozen, lapsed, lifted and paid back of {@code remainingFen}, where held, lapsed and lifted are {@code underStop} by the
     * stop. What was paid back is where the freeze and the stop hold from.
     */
    List<Long> sums(String caseId, String account, List<Long> underStop, long remainingFen) {
        Freeze freeze = freezes.getOrDefault(key(caseId, account), new Freeze("", Instant.EPOCH, 0));
        long all = returned.getOrDefault(key(caseId, account), Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long left = freeze.end == End.RETURNED ? 0 : Math.min(freeze.fen, remainingFen);
        long paid = freeze.id.isEmpty() ? 0 : Math.min(all, remainingFen - left);
        TreeSet<Long> marks = new TreeSet<>(underStop);
        marks.add(paid);
        marks.add(paid + left);
        List<Long> sums = new ArrayList<>(List.of(0L, 0L, 0L, 0L, 0L));
        long from = 0;
        for (long to : marks) {
            int where = where(from, paid, paid + left, freeze.end, underStop);
            sums.set(where, sums.get(where) + to - from);
            from = to;
        }
        return sums;
    }

    /** Where the fen of that number is: 0 held, 1 frozen, 2 lapsed, 3 lifted, 4 paid back. */
    private static int where(long fen, long paid, long frozen, End end, List<Long> underStop) {
        if (fen < paid) {
            return 4;
        }
        if (end == End.NONE && fen < frozen) {
            return 1;
        }
        if (fen < underStop.get(0)) {
            return 0;
        }
        if (fen < frozen) {
            return end == End.LAPSED ? 2 : 3;
        }
        return fen < underStop.get(1) ? 2 : 3;
    }

    private static String key(String caseId, String account) {
        return caseId + " " + account;
    }
}
