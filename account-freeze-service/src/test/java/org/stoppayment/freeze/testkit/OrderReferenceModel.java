package org.stoppayment.freeze.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stoppayment.freeze.testkit.OrderBook.Line;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.proto.common.v1.Account;

/**
 * Where every order must stand, worked out with a pencil: one thing after the other that was said of orders and done to them, by
 * the rules of stops (48 hours; one live stop an account, two in all; an extension is one). It knows nothing of the service but
 * the names that it gave its orders.
 */
public final class OrderReferenceModel {

    /** Where an order stands; it is OPEN until its institution has said what became of it. */
    public enum State {
        OPEN,
        IN_EFFECT,
        LAPSED,
        LIFTED,
        DECLINED,
        REFUSED_HERE,
        HELD_BY_OTHER,
        WAITING;

        boolean isLive() {
            return this == OPEN || this == IN_EFFECT;
        }

        boolean isCounted() {
            return this == IN_EFFECT || this == LAPSED || this == LIFTED;
        }
    }

    private static final Duration TERM = Duration.ofHours(48);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration BELIEVED_AHEAD = Duration.ofMinutes(10);
    private static final Duration BELIEVED_BEHIND = Duration.ofMinutes(10);
    private static final int MAX_STOPS = 2;

    private static final class Order {
        private final String caseId;
        private Instant placedAt;
        private String id = "";
        private String account;
        private State state;
        private Instant end;
        private Instant endedAt;
        private long balanceFen;
        private boolean extended;

        Order(String caseId, String account, State state, Instant placedAt) {
            this.caseId = caseId;
            this.account = account;
            this.placedAt = placedAt;
            become(state, placedAt);
        }

        void become(State next, Instant at) {
            state = next;
            if (next.isLive()) {
                endedAt = null;
            } else if (endedAt == null) {
                endedAt = at;
            }
        }

        boolean isSeenBy(String otherCase, Instant claimedAt, Optional<Instant> claimEndedAt) {
            boolean isKnown = caseId.equals(otherCase)
                    || endedAt == null
                    || endedAt.isAfter(claimedAt) && state != State.DECLINED;
            return isKnown && claimEndedAt.map(end -> !placedAt.isAfter(end)).orElse(true);
        }

        boolean isOf(String otherCase, String otherAccount) {
            return caseId.equals(otherCase) && account.equals(otherAccount);
        }

        String line() {
            return String.join(
                    " ",
                    caseId,
                    account,
                    state.name(),
                    state.isCounted() ? "until " + end + " over " + balanceFen : "",
                    extended ? "extended" : "");
        }
    }

    /** As they were placed: oldest first. */
    private final List<Order> orders = new ArrayList<>();

    /** When claims ended, by case and account. */
    private final Map<String, Instant> ends = new HashMap<>();

    /** When the first lift of an order was ordered, by name. */
    private final Map<String, Instant> lifts = new HashMap<>();

    /** The name of an account here. */
    public static String name(Account account) {
        return name(account.getInstitutionCode(), account.getNumber());
    }

    static String name(String institutionCode, String number) {
        return institutionCode + " " + number;
    }

    /** A report of the case names the account: that makes an order, which waits where one is live. */
    public void named(String caseId, String account, Instant at) {
        ends.remove(claim(caseId, account));
        place(caseId, account, at);
    }

    /** True when an officer has ended the claim of a case on an account: no order is made by itself. */
    public boolean hasEnded(String caseId, String account) {
        return ends.containsKey(claim(caseId, account));
    }

    private static String claim(String caseId, String account) {
        return caseId + " " + account;
    }

    /** The institution says {@code code} of an order; a stop was put on at {@code stoppedAt}. */
    public void said(String id, String code, Instant stoppedAt, long balanceFen, Instant at) {
        Order order = order(id);
        switch (new ResultCode(code).meaning()) {
            case IN_EFFECT -> {
                boolean afterANo = !order.state.isLive() && !order.state.isCounted();
                if (order.state == State.OPEN || afterANo && !isLive(order.account)) {
                    boolean believed = !stoppedAt.isAfter(at.plus(BELIEVED_AHEAD))
                            && !stoppedAt.isBefore(order.placedAt.minus(BELIEVED_BEHIND));
                    order.end = (believed ? stoppedAt : at).plus(TERM);
                    order.balanceFen = balanceFen;
                    order.become(State.IN_EFFECT, at);
                }
            }
            case DECLINED -> settle(order, State.DECLINED, at);
            case HELD_BY_OTHER -> settle(order, State.HELD_BY_OTHER, at);
            default -> {} // that says nothing of the account
        }
    }

    private static void settle(Order order, State no, Instant at) {
        if (order.state == State.OPEN) {
            order.become(no, at);
        }
    }

    /** Somebody looks at the clock. */
    public void lookedAt(Instant at) {
        orders.stream()
                .filter(order -> order.state == State.IN_EFFECT && !at.isBefore(order.end))
                .forEach(order -> order.become(State.LAPSED, at));
    }

    /** True when an officer may have the stop extended. */
    public boolean mayExtend(String id, Instant at) {
        return isExtendable(id, at) && stops(order(id).account) < MAX_STOPS;
    }

    /** True when an extension goes out that was ordered before. */
    public boolean isExtendable(String id, Instant at) {
        Order order = order(id);
        return order.state == State.IN_EFFECT && at.isBefore(order.end) && !order.extended;
    }

    /** The institution has extended the stop, which may have lapsed here meanwhile. */
    public void extended(String id, Instant at) {
        Order order = order(id);
        boolean lapsed = order.state == State.LAPSED && !isLive(order.account);
        if (!order.extended && (order.state == State.IN_EFFECT || lapsed)) {
            order.end = order.end.plus(TERM);
            order.extended = true;
            order.become(State.IN_EFFECT, at);
        }
    }

    /** True when an officer may have the stop lifted, or has had it: then the answer is the same. */
    public boolean mayLift(String id) {
        return order(id).state == State.IN_EFFECT || ends.containsKey(claim(order(id).caseId, order(id).account));
    }

    /** An officer has ended the claim of a case on the account of an order: nothing of the case waits there any more. */
    public void claimEnded(String id, String caseId, Instant at) {
        String account = order(id).account;
        ends.putIfAbsent(claim(caseId, account), at);
        withdrawWaiting(caseId, account);
    }

    private void withdrawWaiting(String caseId, String account) {
        orders.removeIf(order -> order.state == State.WAITING && order.isOf(caseId, account));
    }

    /** The lift of an order is out. */
    public void liftOrdered(String id, Instant at) {
        lifts.putIfAbsent(id, at);
    }

    /** The institution has lifted the stop. */
    public void lifted(String id, Instant at) {
        Order order = order(id);
        if (order.state == State.IN_EFFECT) {
            order.become(State.LIFTED, at);
        }
    }

    /** True when an officer may have the account of an order stopped again. */
    public boolean mayRestop(String id) {
        Order ended = order(id);
        return !ended.state.isLive() && !isLive(ended.account) && stops(ended.account) < MAX_STOPS;
    }

    /** An officer has the account stopped again. */
    public void restopped(String id, Instant at) {
        ends.remove(claim(order(id).caseId, order(id).account));
        withdrawWaiting(order(id).caseId, order(id).account);
        place(order(id).caseId, order(id).account, at);
    }

    /** True when nothing stands in the way of an order, and of all that is known of its account, at another institution. */
    public boolean mayRoute(String id, String institutionCode) {
        Order order = order(id);
        String to = movedTo(order, institutionCode);
        return order.state == State.OPEN
                && !isLive(to)
                && stops(to) < MAX_STOPS
                && on(order.account).noneMatch(other -> other.state.isCounted());
    }

    /** The account turns out to be at another institution: what waits goes there too. */
    public void routed(String id, String institutionCode) {
        Order order = order(id);
        String from = order.account;
        String to = movedTo(order, institutionCode);
        orders.stream().filter(moved -> moved.account.equals(from)).forEach(moved -> moved.account = to);
    }

    private static String movedTo(Order order, String institutionCode) {
        return name(institutionCode, order.account.split(" ")[1]);
    }

    /**
     * Gives orders the names that the service has for them. What no report named, tracing did, once a case and account; an order
     * that waited goes out when the last one of its account was declined.
     *
     * @return those that tracing made
     */
    public List<Line> named(List<Line> book, Instant at) {
        List<Line> traced = new ArrayList<>();
        book.stream()
                .filter(line -> find(line.id()).map(known -> known.state).orElse(null) != line.state())
                .sorted(Comparator.comparing((Line line) -> line.state() == State.WAITING)
                        .thenComparing(Line::id))
                .forEach(line -> {
                    Optional<Order> known = find(line.id());
                    if (known.isPresent()) {
                        placeWaiting(known.get(), at);
                    } else if (!takeName(line)) {
                        place(line.caseId(), line.account(), at).id = line.id();
                        traced.add(line);
                    }
                });
        return traced;
    }

    private boolean takeName(Line line) {
        Optional<Order> nameless = orders.stream()
                .filter(order -> order.id.isEmpty() && order.isOf(line.caseId(), line.account()))
                .findFirst();
        nameless.ifPresent(order -> order.id = line.id());
        return nameless.isPresent();
    }

    private void placeWaiting(Order order, Instant at) {
        if (order.state == State.WAITING && mayStopWaiting(order)) {
            order.become(stateOfNew(order.account), at);
            order.placedAt = at;
            orders.remove(order);
            orders.add(order);
        }
    }

    /**
     * True when the stop that it waits behind was declined, was over when it began to wait though nobody had looked yet, or was lifted
     * by a lift that was out by then.
     */
    private boolean mayStopWaiting(Order order) {
        Optional<Order> last = on(order.account)
                .filter(other -> other.state != State.REFUSED_HERE)
                .reduce((older, newer) -> newer);
        return !isLive(order.account)
                && last.map(other -> other.state == State.DECLINED
                                || other.state == State.LAPSED && !order.placedAt.isBefore(other.end)
                                || other.state == State.LIFTED && isOut(other, order.placedAt))
                        .orElse(true);
    }

    private boolean isOut(Order lifted, Instant at) {
        Instant orderedAt = lifts.get(lifted.id);
        return orderedAt != null && orderedAt.isBefore(at.plus(LOOK_AGAIN));
    }

    /** Orders that wait and should have gone out, each with all that there was on its account. */
    public List<List<String>> forgotten() {
        return orders.stream()
                .filter(order -> order.state == State.WAITING && mayStopWaiting(order))
                .map(order -> orders.stream()
                        .filter(other -> other.account.equals(order.account))
                        .map(other -> other.id + " " + other.line() + " of " + other.placedAt)
                        .toList())
                .toList();
    }

    /** How many orders of a case there are on an account, waiting ones too. */
    public long count(String caseId, String account) {
        return orders.stream().filter(order -> order.isOf(caseId, account)).count();
    }

    /** Where each order stands, by name. */
    public Map<String, String> lines() {
        Map<String, String> lines = new TreeMap<>();
        orders.forEach(order -> lines.put(order.id, order.line()));
        return lines;
    }

    /**
     * Where {@code remainingFen} of a case's money is on an account which it claimed at {@code claimedAt}: held, lapsed, lifted.
     */
    public List<Long> sums(String caseId, String account, Instant claimedAt, long remainingFen) {
        Optional<Instant> endedAt = Optional.ofNullable(ends.get(claim(caseId, account)));
        Order foremost = on(account)
                .filter(order -> order.isSeenBy(caseId, claimedAt, endedAt))
                .reduce((older, newer) -> foremost(older, newer))
                .orElse(null);
        if (foremost == null) {
            return List.of(0L, 0L, 0L);
        }
        long there = Math.min(remainingFen, foremost.balanceFen);
        if (foremost.state.isCounted()
                && endedAt.filter(at -> !hadLapsed(foremost, at)).isPresent()) {
            return List.of(0L, 0L, there); // the end of the claim wins
        }
        return Stream.of(State.IN_EFFECT, State.LAPSED, State.LIFTED)
                .map(state -> foremost.state == state ? there : 0L)
                .toList();
    }

    private static boolean hadLapsed(Order order, Instant at) {
        return order.state == State.LAPSED && !at.isBefore(order.end);
    }

    /** The money is where the stop left it until a new one is in effect. */
    private static Order foremost(Order older, Order newer) {
        if (older.state.isCounted() != newer.state.isCounted()) {
            return older.state.isCounted() ? older : newer;
        }
        return older.state.isLive() && !newer.state.isLive() ? older : newer;
    }

    private Order place(String caseId, String account, Instant at) {
        Order order = new Order(caseId, account, isLive(account) ? State.WAITING : stateOfNew(account), at);
        orders.add(order);
        return order;
    }

    private State stateOfNew(String account) {
        return stops(account) < MAX_STOPS ? State.OPEN : State.REFUSED_HERE;
    }

    private boolean isLive(String account) {
        return on(account).anyMatch(order -> order.state.isLive());
    }

    private long stops(String account) {
        return on(account).filter(order -> order.state.isCounted()).count()
                + on(account).filter(order -> order.extended).count();
    }

    /** What was placed on an account, oldest first. */
    private Stream<Order> on(String account) {
        return orders.stream().filter(order -> order.account.equals(account) && order.state != State.WAITING);
    }

    private Optional<Order> find(String id) {
        return orders.stream().filter(order -> order.id.equals(id)).findFirst();
    }

    private Order order(String id) {
        return find(id).orElseThrow(() -> new AssertionError("no order " + id));
    }
}
