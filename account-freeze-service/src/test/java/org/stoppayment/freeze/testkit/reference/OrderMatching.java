package org.stoppayment.freeze.testkit.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.stoppayment.freeze.testkit.reference.ModelOrder.State;
import org.stoppayment.freeze.testkit.reference.OrderBook.Line;

/** Matches the orders that the service has written with those of {@link OrderReferenceModel}, and lets waiting ones go out. */
public final class OrderMatching {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final ModelOrders orders;
    private final ReleaseReferenceModel releases;

    OrderMatching(ModelOrders orders, ReleaseReferenceModel releases) {
        this.orders = orders;
        this.releases = releases;
    }

    /**
     * Gives orders the names that the service has for them. What no report named, tracing did, once a case and account; an order
     * that waited goes out when the last one of its account was declined. Both happen when the service says, not after {@code at}.
     *
     * @return those that tracing made
     */
    public List<Line> named(List<Line> book, Instant at) {
        List<Line> traced = new ArrayList<>();
        book.stream()
                .filter(line -> orders.find(line.id()).map(known -> known.state).orElse(null) != line.state())
                .sorted(Comparator.comparing(Line::isWaiting).thenComparing(Line::id))
                .forEach(line -> {
                    Optional<ModelOrder> known = orders.find(line.id());
                    if (known.isPresent()) {
                        known.filter(order -> order.state == State.WAITING && mayStopWaiting(order))
                                .ifPresent(order -> orders.goOut(order, placedAt(line, at)));
                    } else if (!takeName(line)) {
                        orders.place(line.caseId(), line.account(), placedAt(line, at)).id = line.id();
                        traced.add(line);
                    }
                });
        return traced;
    }

    /** The clock may have been moved on since: the moment is not the time of the look. */
    private static Instant placedAt(Line line, Instant at) {
        if (line.placedAt().isAfter(at)) {
            throw new AssertionError("order " + line.id() + " was placed at " + line.placedAt() + ", after " + at);
        }
        return line.placedAt();
    }

    private boolean takeName(Line line) {
        Optional<ModelOrder> nameless = orders.all()
                .filter(order -> order.id.isEmpty() && order.isOf(line.caseId(), line.account()))
                .findFirst();
        nameless.ifPresent(order -> order.id = line.id());
        return nameless.isPresent();
    }

    /**
     * True when the stop that it waits behind was declined, was over when it began to wait though nobody had looked yet, or was lifted
     * by a lift that was out by then, or taken over by a freeze by then.
     */
    private boolean mayStopWaiting(ModelOrder order) {
        Optional<ModelOrder> last = orders.on(order.account)
                .filter(other -> other.state != State.REFUSED_HERE)
                .reduce((older, newer) -> newer);
        return !orders.isLive(order.account)
                && last.map(other -> other.state == State.DECLINED
                                || other.state == State.LAPSED && !order.placedAt.isBefore(other.end)
                                || other.wasFrozenBefore(order.placedAt.plus(LOOK_AGAIN))
                                || other.state == State.LIFTED
                                        && releases.wasLiftOutAt(other.id, order.placedAt.plus(LOOK_AGAIN)))
                        .orElse(true);
    }

    /**
     * Orders that wait and should have gone out, each with all that there was on its account.
     *
     * @param isActive whether a case has an active claim on an account: without one its order stays
     */
    public List<List<String>> forgotten(BiPredicate<String, String> isActive) {
        return orders.waiting()
                .filter(this::mayStopWaiting)
                .filter(order -> isActive.test(order.caseId, order.account))
                .map(order -> orders.all()
                        .filter(other -> other.account.equals(order.account))
                        .map(other -> other.id + " " + other.line() + " of " + other.placedAt)
                        .toList())
                .toList();
    }
}
