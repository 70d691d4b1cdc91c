package org.stoppayment.freeze.testkit.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stoppayment.freeze.testkit.reference.ModelOrder.State;

/** The orders of {@link OrderReferenceModel}, as they were placed: one live stop an account, two in all. */
final class ModelOrders {

    private static final int MAX_STOPS = 2;

    /** Oldest first. */
    private final List<ModelOrder> orders = new ArrayList<>();

    ModelOrder place(String caseId, String account, Instant at) {
        ModelOrder order = new ModelOrder(caseId, account, isLive(account) ? State.WAITING : stateOfNew(account), at);
        orders.add(order);
        return order;
    }

    /** An order that waited goes out. */
    void goOut(ModelOrder waiting, Instant at) {
        waiting.become(stateOfNew(waiting.account), at);
        waiting.placedAt = at;
        orders.remove(waiting);
        orders.add(waiting);
    }

    private State stateOfNew(String account) {
        return hasStopLeft(account) ? State.OPEN : State.REFUSED_HERE;
    }

    /** Nothing of a case waits on an account any more. */
    void removeWaiting(String caseId, String account) {
        orders.removeIf(order -> order.state == State.WAITING && order.isOf(caseId, account));
    }

    /** Nothing of a case waits any more. */
    void removeWaiting(String caseId) {
        orders.removeIf(order -> order.state == State.WAITING && order.caseId.equals(caseId));
    }

    void move(String from, String to) {
        all().filter(order -> order.account.equals(from)).forEach(order -> order.account = to);
    }

    boolean isLive(String account) {
        return on(account).anyMatch(order -> order.state.isLive());
    }

    boolean hasStopLeft(String account) {
        long stops = on(account).filter(order -> order.state.isCounted()).count()
                + on(account).filter(order -> order.extended).count();
        return stops < MAX_STOPS;
    }

    Stream<ModelOrder> all() {
        return orders.stream();
    }

    Stream<ModelOrder> waiting() {
        return orders.stream().filter(order -> order.state == State.WAITING);
    }

    /** What was placed on an account, oldest first. */
    Stream<ModelOrder> on(String account) {
        return orders.stream().filter(order -> order.account.equals(account) && order.state != State.WAITING);
    }

    Optional<ModelOrder> find(String id) {
        return orders.stream().filter(order -> order.id.equals(id)).findFirst();
    }

    ModelOrder named(String id) {
        return find(id).orElseThrow(() -> new AssertionError("no order " + id));
    }

    /** How many orders of a case there are on an account, waiting ones too. */
    long count(String caseId, String account) {
        return orders.stream().filter(order -> order.isOf(caseId, account)).count();
    }

    /** What is expected of each order, by name. */
    Map<String, String> lines() {
        Map<String, String> lines = new TreeMap<>();
        orders.forEach(order -> lines.put(order.id, order.line()));
        return lines;
    }
}
