package org.stoppayment.freeze.orders.messaging;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.shared.messaging.EventHandler;
import org.stoppayment.freeze.shared.messaging.UnreadableEvent;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.logging.SanitizedThrowable;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.common.v1.DeliverEventsRequest;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.EventInboxService;
import org.stoppayment.proto.common.v1.RejectedEvent;

/** Takes the events of other services, those of one case in the order in which they occurred; answers once their effect is durable. */
@GrpcService
@RolesAllowed({ServiceNames.CASE_INTAKE, ServiceNames.FUND_RECOVERY, Roles.SELF})
class EventInboxEndpoint implements EventInboxService {

    private static final Logger LOG = Logger.getLogger(EventInboxEndpoint.class);
    private static final int MAX_EVENTS = 256;
    private static final Comparator<Event> BY_OCCURRENCE = Comparator.comparing(
            Event::getOccurredAt,
            Comparator.comparingLong(Timestamp::getSeconds).thenComparingInt(Timestamp::getNanos));

    private final Map<String, EventHandler> handlers;
    private final DeliveryAdmission admission;

    EventInboxEndpoint(Instance<EventHandler> handlers, DeliveryAdmission admission) {
        this.handlers = handlers.stream().collect(Collectors.toUnmodifiableMap(EventHandler::type, each -> each));
        this.admission = admission;
    }

    private record Delivery(Event event, boolean taken, Optional<Throwable> failure) {}

    private record Readable(Event event, Uni<Boolean> taking) {}

    @Override
    public Uni<DeliverEventsResponse> deliverEvents(DeliverEventsRequest request) {
        if (request.getEventsCount() < 1 || request.getEventsCount() > MAX_EVENTS) {
            throw new ServiceException.InvalidInput(
                    "events",
                    "OUT_OF_RANGE",
                    "value: " + request.getEventsCount() + " (expected: 1.." + MAX_EVENTS + ")");
        }
        DeliverEventsResponse.Builder response = DeliverEventsResponse.newBuilder();
        Map<String, List<Readable>> byCase = new LinkedHashMap<>();
        request.getEventsList().stream().sorted(BY_OCCURRENCE).forEach(event -> {
            try {
                byCase.computeIfAbsent(event.getCaseId(), caseId -> new ArrayList<>())
                        .add(new Readable(event, take(event)));
            } catch (UnreadableEvent unreadable) {
                response.addRejected(RejectedEvent.newBuilder()
                        .setEventId(event.getEventId())
                        .setReason(unreadable.reason()));
            }
        });
        if (response.getRejectedCount() == request.getEventsCount()) {
            return Uni.createFrom().item(response.build());
        }
        return admission
                .admit(request.getEventsCount(), () -> Uni.join()
                        .all(byCase.values().stream()
                                .map(EventInboxEndpoint::takeInOrder)
                                .toList())
                        .andFailFast())
                .chain(all -> answer(all.stream().flatMap(List::stream).toList(), response));
    }

    /** A supplement that is taken at the same moment as its report would not know what that says. */
    private static Uni<List<Delivery>> takeInOrder(List<Readable> ofOneCase) {
        return Multi.createFrom()
                .iterable(ofOneCase)
                .onItem()
                .transformToUniAndConcatenate(readable -> readable.taking()
                        .map(taken -> new Delivery(readable.event(), taken, Optional.empty()))
                        .onFailure()
                        .recoverWithItem(failure -> new Delivery(readable.event(), false, Optional.of(failure))))
                .collect()
                .asList();
    }

    private static Uni<DeliverEventsResponse> answer(List<Delivery> all, DeliverEventsResponse.Builder response) {
        if (all.stream().allMatch(delivery -> delivery.failure().isPresent())) {
            return Uni.createFrom().failure(all.get(0).failure().orElseThrow());
        }
        all.stream().filter(delivery -> !delivery.taken()).forEach(delivery -> defer(delivery, response));
        return Uni.createFrom().item(response.build());
    }

    /** False when the event must be delivered again, after another one. */
    private Uni<Boolean> take(Event event) {
        EventHandler handler = handlers.get(event.getType());
        if (handler == null) {
            throw new UnreadableEvent(
                    "type: " + event.getType() + " (expected: one of " + new TreeSet<>(handlers.keySet()) + ")");
        }
        return handler.take(event);
    }

    /** Defers one event, so that the others of its delivery are not sent again. */
    private static void defer(Delivery delivery, DeliverEventsResponse.Builder response) {
        String eventId = delivery.event().getEventId();
        response.addDeferredEventIds(eventId);
        delivery.failure()
                .ifPresentOrElse(
                        failure -> LOG.warnf(
                                "Event %s stays with its sender (%s)", eventId, SanitizedThrowable.brief(failure)),
                        () -> LOG.infof("Event %s waits with its sender for an earlier event of its case", eventId));
    }
}
