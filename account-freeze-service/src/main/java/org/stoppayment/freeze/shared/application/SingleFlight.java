package org.stoppayment.freeze.shared.application;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Runs work once at a time for each key. All calls that come while it runs share one more run afterwards.
 *
 * @param <K> the key: what the work is about
 */
public final class SingleFlight<K> {

    private record Flight(Uni<Void> end, boolean again) {}

    private final Function<K, Uni<Void>> work;
    private final Map<K, Flight> inFlight = new ConcurrentHashMap<>();

    public SingleFlight(Function<K, Uni<Void>> work) {
        this.work = work;
    }

    /** Ends once work that began after this call has ended; fails when that work fails. */
    public Uni<Void> run(K key) {
        return Uni.createFrom().deferred(() -> inFlight.compute(
                        key, (same, now) -> now == null ? new Flight(flight(key), false) : new Flight(now.end(), true))
                .end());
    }

    /** True when no work is in flight. */
    public boolean isIdle() {
        return inFlight.isEmpty();
    }

    private Uni<Void> flight(K key) {
        return repeatWhileRequested(key)
                .onFailure()
                .invoke(failure -> inFlight.remove(key))
                .memoize()
                .indefinitely();
    }

    private Uni<Void> repeatWhileRequested(K key) {
        return Uni.createFrom()
                .deferred(() -> work.apply(key))
                .chain(() -> ended(key) ? Uni.createFrom().voidItem() : repeatWhileRequested(key));
    }

    /** Ends the flight; false when it was requested again meanwhile. */
    private boolean ended(K key) {
        return inFlight.computeIfPresent(key, (same, now) -> now.again() ? new Flight(now.end(), false) : null) == null;
    }
}
