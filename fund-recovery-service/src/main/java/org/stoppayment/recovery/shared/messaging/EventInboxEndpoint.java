package org.stoppayment.recovery.shared.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.common.v1.DeliverEventsRequest;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.EventInboxService;
import org.stoppayment.proto.common.v1.RejectedEvent;

/** The inbox for account-freeze's events. Unreadable events are rejected; the effects of all others are durable before the answer. */
@GrpcService
@RolesAllowed({ServiceNames.ACCOUNT_FREEZE, Roles.SELF})
class EventInboxEndpoint implements EventInboxService {

    private static final int MAX_EVENTS = 256;

    private final Map<String, EventHandler> handlers;

    private final Counter eventsRejected;

    EventInboxEndpoint(Instance<EventHandler> handlers, MeterRegistry registry) {
        this.handlers = handlers.stream().collect(Collectors.toUnmodifiableMap(EventHandler::type, each -> each));
        eventsRejected = Counter.builder("recovery.events.rejected")
                .description("Events that can never be taken")
                .register(registry);
    }

    @Override
    public Uni<DeliverEventsResponse> deliverEvents(DeliverEventsRequest request) {
        int count = request.getEventsCount();
        if (count < 1 || count > MAX_EVENTS) {
            throw new ServiceException.InvalidInput(
                    "events", "OUT_OF_RANGE", "value: " + count + " events (expected: 1.." + MAX_EVENTS + ")");
        }
        DeliverEventsResponse.Builder response = DeliverEventsResponse.newBuilder();
        Map<EventHandler, List<Event>> byHandler = new LinkedHashMap<>();
        for (Event event : request.getEventsList()) {
            EventHandler handler = handlers.get(event.getType());
            if (handler == null) {
                response.addRejected(unknownType(event));
            } else {
                byHandler.computeIfAbsent(handler, each -> new ArrayList<>()).add(event);
            }
        }
        return taken(byHandler).map(rejected -> {
            response.addAllRejected(rejected);
            eventsRejected.increment(response.getRejectedCount());
            return response.build();
        });
    }

    private static Uni<List<RejectedEvent>> taken(Map<EventHandler, List<Event>> byHandler) {
        if (byHandler.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.join()
                .all(byHandler.entrySet().stream()
                        .map(each -> each.getKey().take(each.getValue()))
                        .toList())
                .andFailFast() // what others have taken comes again, and has no further effect
                .map(all -> all.stream().flatMap(List::stream).toList());
    }

    private static RejectedEvent unknownType(Event event) {
        return RejectedEvent.newBuilder()
                .setEventId(event.getEventId())
                .setReason("type: unknown (expected: a message of this inbox)")
                .build();
    }
}
