package org.stoppayment.freeze.testkit.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.stoppayment.freeze.testkit.reference.ModelOrder.State;
import org.stoppayment.freeze.testkit.reference.OrderBook.Line;

/**
 * What becomes of orders on the accounts of withdrawn cases, and which lifts are out: a stop is lifted when no active claim is left,
 * and an order that is not at its institution is declined here.
 */
public final class ReleaseReferenceModel {

    /** Until then, an order that its institution had may turn out to be a stop. */
    private static final Duration LONGEST_STOP = Duration.ofHours(50);

    private final ModelOrders orders;
    /** Names of orders to be released. */
    private final Set<String> due = new TreeSet<>();
    /** When the first lift of an order was ordered, by name. */
    private final Map<String, Instant> firstLifts = new HashMap<>();
    /** Orders whose institution has not declined the last lift. */
    private final Set<String> liftsOut = new TreeSet<>();

    ReleaseReferenceModel(ModelOrders orders) {
        this.orders = orders;
    }

    /** The live orders on these accounts are to be released. */
    void due(Collection<String> accounts) {
        orders.all()
                .filter(order -> order.state.isLive() && accounts.contains(order.account))
                .forEach(order -> due.add(order.id));
    }

    /** An order is to be released. */
    void due(String id) {
        due.add(id);
    }

    /** Names of orders to be released. */
    public List<String> due() {
        return List.copyOf(due);
    }

    /**
     * Due releases are checked.
     *
     * @param isClaimed whether an account has an active claim
     * @return names of the orders whose stops are lifted now
     */
    public List<String> release(List<Line> book, Predicate<String> isClaimed, Instant at) {
        List<String> lifted = new ArrayList<>();
        for (Line line : book) {
            if (due.contains(line.id()) && releases(line, isClaimed.test(line.account()), at)) {
                lifted.add(line.id());
            }
        }
        return lifted;
    }

    /** True when the stop is lifted now. */
    private boolean releases(Line line, boolean claimed, Instant at) {
        ModelOrder order = orders.named(line.id());
        boolean mayStillBeStopped = line.sent() && at.isBefore(line.placedAt().plus(LONGEST_STOP));
        switch (order.state) {
            case OPEN -> {
                if (line.isDecidedHere()) {
                    if (!claimed) {
                        order.become(State.DECLINED, at);
                    }
                    if (claimed || line.phase().equals("QUEUED") || !mayStillBeStopped) {
                        due.remove(line.id());
                    }
                }
            }
            case DECLINED, HELD_BY_OTHER -> {
                if (!mayStillBeStopped) {
                    due.remove(line.id());
                }
            }
            default -> due.remove(line.id());
        }
        if (order.state != State.IN_EFFECT || claimed || isLiftOut(line.id())) {
            return false;
        }
        liftOrdered(line.id(), at);
        return true;
    }

    /** The lift of an order is out. */
    public void liftOrdered(String id, Instant at) {
        firstLifts.putIfAbsent(id, at);
        liftsOut.add(id);
    }

    /** The institution does not lift the stop. */
    public void liftDeclined(String id) {
        liftsOut.remove(id);
    }

    /** The institution has lifted the stop. */
    public void lifted(String id, Instant at) {
        ModelOrder order = orders.named(id);
        if (order.state == State.IN_EFFECT) {
            order.become(State.LIFTED, at);
        }
    }

    /** True when a lift is out that the institution has not declined. */
    boolean isLiftOut(String id) {
        return liftsOut.contains(id);
    }

    /** True when a lift had been ordered before {@code at}, whatever became of it. */
    boolean wasLiftOutAt(String id, Instant at) {
        return firstLifts.containsKey(id) && firstLifts.get(id).isBefore(at);
    }
}
