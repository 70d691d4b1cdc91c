package org.stoppayment.simulator.institution;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.simulator.ledger.Ledger;
import org.stoppayment.simulator.wire.Feedback;
import org.stoppayment.simulator.wire.FreezeChange;
import org.stoppayment.simulator.wire.FreezeOrder;
import org.stoppayment.simulator.wire.Order;

/**
 * Keeps the feedback on freezes up to date that wait, or hold less than ordered: an earlier freeze may end, and money may come in.
 * Thread-safe.
 */
final class FreezeWatch {

    private final Ledger ledger;
    private final Consumer<OrderRecord> changed;
    private final Set<OrderRecord> watched = ConcurrentHashMap.newKeySet();

    /** {@code changed} is told each record whose feedback is another than before. */
    FreezeWatch(Ledger ledger, Consumer<OrderRecord> changed) {
        this.ledger = ledger;
        this.changed = changed;
    }

    /** Begins to watch the freeze that an order is about, unless it has all that it can have. */
    void add(OrderRecord record) {
        if (freezeOf(record.order()).isPresent()
                && record.feedback().filter(FreezeWatch::mayGrow).isPresent()) {
            watched.add(record);
        }
    }

    /** Brings the feedback on all watched freezes up to date. */
    void update(Instant now) {
        watched.forEach(record -> update(record, now));
    }

    /** Brings the feedback of an order up to date, when it is watched. */
    void update(OrderRecord record, Instant now) {
        if (!watched.contains(record)) {
            return;
        }
        boolean isChanged;
        synchronized (record) {
            Feedback told = record.feedback().orElseThrow();
            Optional<Feedback> state = freezeOf(record.order())
                    .flatMap(freezeId -> ledger.freezeState(record.order().account(), freezeId, told, now));
            isChanged = state.filter(next -> differs(told, next) && !holdsLess(told, next))
                    .isPresent();
            if (isChanged) {
                record.replaceFeedback(state.orElseThrow());
            }
            if (state.filter(FreezeWatch::mayGrow).isEmpty()) {
                watched.remove(record);
            }
        }
        if (isChanged) {
            changed.accept(record);
        }
    }

    void clear() {
        watched.clear();
    }

    /** The order that made the freeze; empty when the feedback of an order says nothing about what a freeze holds. */
    private static Optional<String> freezeOf(Order order) {
        if (order instanceof FreezeOrder freeze) {
            return Optional.of(freeze.applicationId());
        }
        return order instanceof FreezeChange change ? Optional.of(change.originalApplicationId()) : Optional.empty();
    }

    private static boolean mayGrow(Feedback feedback) {
        return feedback.freeze() != null && !feedback.resultCode().equals(ResultCode.OK.value());
    }

    /** After a refund: its own feedback tells it. */
    private static boolean holdsLess(Feedback told, Feedback now) {
        return toldFen(now) < toldFen(told);
    }

    private static long toldFen(Feedback feedback) {
        return Optional.ofNullable(feedback.freeze())
                .map(Feedback.FreezeStatus::frozenFen)
                .orElse(0L);
    }

    /** The balance alone is no news. */
    private static boolean differs(Feedback told, Feedback now) {
        return !told.resultCode().equals(now.resultCode()) || !Objects.equals(told.freeze(), now.freeze());
    }
}
