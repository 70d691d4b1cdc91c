package org.stoppayment.freeze.shared.application;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Runs work once at a time for each key. Who asks while it is under way gets it once more afterwards, together with all
 * others that asked meanwhile.
 *
 * @param <K> what the work is about
 */
public final class SingleFlight<K> {

    private record Flight(Uni<Void> end, boolean again) {}

    private final Function<K, Uni<Void>> work;
    private final Map<K, Flight> underWay = new ConcurrentHashMap<>();

    public SingleFlight(Function<K, Uni<Void>> work) {
        this.work = work;
    }

    /** Ends once work that began after this call has ended; fails when that work fails. */
    public Uni<Void> run(K key) {
        return Uni.createFrom().deferred(() -> underWay.compute(
                        key, (same, now) -> now == null ? new Flight(flight(key), false) : new Flight(now.end(), true))
                .end());
    }

    /** True when no work is under way. */
    public boolean isIdle() {
        return underWay.isEmpty();
    }

    private Uni<Void> flight(K key) {
        return untilNobodyAsks(key)
                .onFailure()
                .invoke(failure -> underWay.remove(key))
                .memoize()
                .indefinitely();
    }

    private Uni<Void> untilNobodyAsks(K key) {
        return Uni.createFrom()
                .deferred(() -> work.apply(key))
                .chain(() -> landed(key) ? Uni.createFrom().voidItem() : untilNobodyAsks(key));
    }

    /** True when nobody asked meanwhile. */
    private boolean landed(K key) {
        return underWay.computeIfPresent(key, (same, now) -> now.again() ? new Flight(now.end(), false) : null) == null;
    }
}
