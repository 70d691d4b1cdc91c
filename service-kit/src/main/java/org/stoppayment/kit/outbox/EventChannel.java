package org.stoppayment.kit.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The way to the next service. */
public interface EventChannel {

    /** Hands events over. Ends without failure once the effects of all that were taken are durable there. */
    Uni<Delivery> deliver(List<OutboxEvent> events);

    /**
     * What became of events that were handed over; those that are in neither were taken.
     *
     * @param rejected can never be taken, with the reason
     * @param deferred cannot be taken yet
     */
    record Delivery(Map<UUID, String> rejected, Set<UUID> deferred) {

        /** True when the next service has taken it. */
        public boolean isTaken(UUID eventId) {
            return !rejected.containsKey(eventId) && !deferred.contains(eventId);
        }
    }
}
