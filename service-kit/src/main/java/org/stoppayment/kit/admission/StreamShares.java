package org.stoppayment.kit.admission;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The streams of one method, by caller. Thread-safe.
 *
 * @param <C> a caller
 * @param <S> a stream
 */
final class StreamShares<C, S> {

    /**
     * Whether a stream has a place.
     *
     * @param isGiven true when it has
     * @param loser the stream that must be ended for it, if one must
     */
    record Place<S>(boolean isGiven, Optional<S> loser) {}

    private final int max;
    private final Map<C, Deque<S>> byCaller = new HashMap<>();
    private int open;

    /** At most {@code max} streams. */
    StreamShares(int max) {
        this.max = max;
    }

    /**
     * Takes a place for a stream. When there is none, it takes that of the last stream of the caller with most, if that one still
     * has no fewer than this caller then.
     */
    synchronized Place<S> open(C caller, S stream) {
        Optional<S> loser = Optional.empty();
        if (open >= max) {
            int own = streams(caller);
            Optional<C> largest = byCaller.keySet().stream()
                    .max(Comparator.comparingInt(this::streams))
                    .filter(other -> streams(other) > own + 1);
            if (largest.isEmpty()) {
                return new Place<>(false, loser);
            }
            loser = largest.map(byCaller::get).map(Deque::getLast);
            loser.ifPresent(last -> close(largest.get(), last));
        }
        byCaller.computeIfAbsent(caller, first -> new ArrayDeque<>()).addLast(stream);
        open++;
        return new Place<>(true, loser);
    }

    private int streams(C caller) {
        Deque<S> own = byCaller.get(caller);
        return own == null ? 0 : own.size();
    }

    /** Gives the place of a stream back; nothing happens when it has none. */
    synchronized void close(C caller, S stream) {
        Deque<S> own = byCaller.get(caller);
        if (own != null && own.removeLastOccurrence(stream)) {
            open--;
            if (own.isEmpty()) {
                byCaller.remove(caller);
            }
        }
    }

    /** Number of streams that have a place. */
    synchronized int open() {
        return open;
    }
}
