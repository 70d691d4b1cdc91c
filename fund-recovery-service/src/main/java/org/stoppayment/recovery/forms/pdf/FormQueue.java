package org.stoppayment.recovery.forms.pdf;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.postgres.Contexts;

/** Lets some makers work at a time and some wait, before any of them reads anything. A place ends with the work, or when the caller leaves. */
final class FormQueue {

    private final int maxAtOnce;
    private final int maxWaiting;
    private final Deque<Place> waiting = new ArrayDeque<>();
    private int working;

    FormQueue(int maxAtOnce, int maxWaiting) {
        this.maxAtOnce = maxAtOnce;
        this.maxWaiting = maxWaiting;
    }

    private enum Stand {
        OUTSIDE,
        WAITING,
        WORKING
    }

    /** The place of one caller. */
    private static final class Place {

        private Stand stand = Stand.OUTSIDE;
        private Runnable begin = () -> {};
    }

    /** Does the work when its turn comes; fails with {@code Overloaded} when too many wait. */
    <T> Uni<T> inTurn(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Place place = new Place();
            return Uni.createFrom()
                    .<Void>emitter(turn -> enter(place, turn))
                    .emitOn(Contexts.current())
                    .chain(() -> work.get())
                    .onTermination()
                    .invoke(() -> leave(place));
        });
    }

    private void enter(Place place, UniEmitter<? super Void> turn) {
        place.begin = () -> turn.complete(null);
        if (isFirst(place)) {
            place.begin.run();
        }
    }

    private synchronized boolean isFirst(Place place) {
        if (working < maxAtOnce) {
            place.stand = Stand.WORKING;
            working++;
            return true;
        }
        if (waiting.size() >= maxWaiting) {
            throw new ServiceException.Overloaded(
                    "too many forms are being made (expected: another replica, or later)");
        }
        place.stand = Stand.WAITING;
        waiting.add(place);
        return false;
    }

    private void leave(Place place) {
        next(place).ifPresent(next -> next.begin.run());
    }

    /** Ends a place; the one whose turn it is then. */
    private synchronized Optional<Place> next(Place ended) {
        Stand stood = ended.stand;
        ended.stand = Stand.OUTSIDE;
        if (stood == Stand.WAITING) {
            waiting.remove(ended);
        }
        if (stood != Stand.WORKING) {
            return Optional.empty();
        }
        working--;
        Optional<Place> next = Optional.ofNullable(waiting.poll());
        next.ifPresent(place -> {
            place.stand = Stand.WORKING;
            working++;
        });
        return next;
    }
}
