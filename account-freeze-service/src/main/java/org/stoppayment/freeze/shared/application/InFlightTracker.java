package org.stoppayment.freeze.shared.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * Tracks background work that waits for institutions, so that a slow one does not delay the look for due work. There is no queue: a
 * look claims nothing for an institution that is full, so memory stays small and no institution takes the capacity of another.
 * Work that is lost in a crash is due again after its lease.
 */
public final class InFlightTracker {

    private record Flight(String institution, Instant leaseEnd) {}

    private final Map<ApplicationId, Flight> newest = new ConcurrentHashMap<>();
    private final Map<String, Integer> flights = new ConcurrentHashMap<>();

    /**
     * Starts work about a message, and returns at once; does nothing while earlier work about it is in flight and its lease runs.
     *
     * @param id of the message
     * @param leaseEnd until then no other replica does it
     * @param work reports its failures itself; they are ignored here
     */
    public void start(String institution, ApplicationId id, Instant now, Instant leaseEnd, Uni<Void> work) {
        Flight flight = new Flight(institution, leaseEnd);
        Flight first = newest.compute(
                id, (same, before) -> before != null && now.isBefore(before.leaseEnd()) ? before : flight);
        if (first == flight) {
            flights.merge(institution, 1, Integer::sum);
            work.onTermination().invoke(() -> ended(id, flight)).subscribe().with(done -> {}, ignored -> {});
        }
    }

    /** Institutions with {@code max} or more work in flight; a look may add what it claims. */
    public Set<String> full(int max) {
        return flights.entrySet().stream()
                .filter(one -> one.getValue() >= max)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Amount of work in flight, by institution. */
    public Map<String, Integer> byInstitution() {
        return Map.copyOf(flights);
    }

    /** Amount of work in flight at all institutions. */
    public int size() {
        return flights.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void ended(ApplicationId id, Flight flight) {
        newest.computeIfPresent(id, (same, now) -> now == flight ? null : now);
        flights.computeIfPresent(flight.institution(), (same, now) -> now == 1 ? null : now - 1);
    }
}
