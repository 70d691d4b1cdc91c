package org.stoppayment.kit.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stoppayment.kernel.ids.EventId;

/** Delivers events to the next service. */
public interface EventChannel {

    /** Delivers events. Completes once the effects of all accepted events are durable there. */
    Uni<Delivery> deliver(List<OutboxEvent> events);

    /**
     * The outcome of a delivery; an event that is in neither was accepted.
     *
     * @param rejected events that can never be accepted, with the reason
     * @param deferred events that cannot be accepted yet
     */
    record Delivery(Map<EventId, String> rejected, Set<EventId> deferred) {

        /** True when the next service has accepted the event. */
        public boolean isAccepted(EventId eventId) {
            return !rejected.containsKey(eventId) && !deferred.contains(eventId);
        }
    }
}
