package org.stoppayment.freeze.shared.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.stoppayment.kernel.ApplicationId;

/**
 * Work that waits for institutions, and that nobody here waits for: one that takes its time delays no look. There is no queue:
 * a look claims nothing more for an institution that has as much under way as it may, so that what is in memory stays small,
 * and none takes the room of another. What is lost here is due again after its lease.
 */
public final class InFlightTracker {

    private record Flight(String institution, Instant leaseEnd) {}

    private final int mostOfOne;
    private final Map<ApplicationId, Flight> newest = new ConcurrentHashMap<>();
    private final Map<String, Integer> flights = new ConcurrentHashMap<>();

    /**
     * Work of which none is under way.
     *
     * @param mostOfOne how much of one institution may be under way before it is full; a look may add what it has claimed by then
     */
    public InFlightTracker(int mostOfOne) {
        this.mostOfOne = mostOfOne;
    }

    /**
     * Starts work about a message, and returns at once; does nothing while such work is under way here whose lease runs.
     *
     * @param id of the message
     * @param leaseEnd until when nobody else does it
     * @param work says itself that it failed; nobody else hears of it
     */
    public void start(String institution, ApplicationId id, Instant now, Instant leaseEnd, Uni<Void> work) {
        Flight flight = new Flight(institution, leaseEnd);
        Flight first = newest.compute(
                id, (same, before) -> before != null && now.isBefore(before.leaseEnd()) ? before : flight);
        if (first == flight) {
            flights.merge(institution, 1, Integer::sum);
            work.onTermination().invoke(() -> ended(id, flight)).subscribe().with(done -> {}, told -> {});
        }
    }

    /** Institutions of which as much is under way as may be. */
    public Set<String> full() {
        return flights.entrySet().stream()
                .filter(one -> one.getValue() >= mostOfOne)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How much is under way, of all institutions. */
    public int size() {
        return flights.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void ended(ApplicationId id, Flight flight) {
        newest.computeIfPresent(id, (same, now) -> now == flight ? null : now);
        flights.computeIfPresent(flight.institution(), (same, now) -> now == 1 ? null : now - 1);
    }
}
