package org.stoppayment.kit.outbox;

import com.google.protobuf.ByteString;
import io.grpc.Channel;
import io.grpc.Status;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.DeliverEventsRequest;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.MutinyEventInboxServiceGrpc;
import org.stoppayment.proto.common.v1.RejectedEvent;

/**
 * Delivers events by a gRPC call to the next service's inbox. When the call fails because of its content (the message is too
 * large, or one event makes the service fail), each half is sent on its own, so that one bad event does not block the others.
 */
public final class GrpcEventChannel implements EventChannel {

    private static final Logger LOG = Logger.getLogger(GrpcEventChannel.class);
    private static final Set<Status.Code> CONTENT_FAILURES = Set.of(
            Status.Code.INTERNAL,
            Status.Code.UNKNOWN,
            Status.Code.INVALID_ARGUMENT,
            Status.Code.FAILED_PRECONDITION,
            Status.Code.OUT_OF_RANGE,
            Status.Code.RESOURCE_EXHAUSTED);

    private final Function<DeliverEventsRequest, Uni<DeliverEventsResponse>> inbox;

    public GrpcEventChannel(Channel nextService) {
        this(MutinyEventInboxServiceGrpc.newMutinyStub(nextService)::deliverEvents);
    }

    GrpcEventChannel(Function<DeliverEventsRequest, Uni<DeliverEventsResponse>> inbox) {
        this.inbox = inbox;
    }

    @Override
    public Uni<Delivery> deliver(List<OutboxEvent> events) {
        DeliverEventsRequest.Builder request = DeliverEventsRequest.newBuilder();
        events.forEach(event -> request.addEvents(render(event)));
        return inbox.apply(request.build())
                .map(GrpcEventChannel::delivery)
                .onFailure(GrpcEventChannel::isContentFailure)
                .recoverWithUni(
                        failure -> events.size() > 1 ? deliverHalves(events) : deferred(events.get(0), failure));
    }

    private Uni<Delivery> deliverHalves(List<OutboxEvent> events) {
        int middle = events.size() / 2;
        return deliver(events.subList(0, middle))
                .chain(first -> deliver(events.subList(middle, events.size())).map(second -> both(first, second)));
    }

    private static Uni<Delivery> deferred(OutboxEvent event, Throwable failure) {
        LOG.errorf(
                "The next service fails on event %s: %s",
                event.eventId(), Status.fromThrowable(failure).getCode());
        return Uni.createFrom().item(new Delivery(Map.of(), Set.of(event.eventId())));
    }

    private static boolean isContentFailure(Throwable failure) {
        return CONTENT_FAILURES.contains(Status.fromThrowable(failure).getCode());
    }

    private static Delivery both(Delivery first, Delivery second) {
        Map<EventId, String> rejected = new HashMap<>(first.rejected());
        rejected.putAll(second.rejected());
        Set<EventId> deferred = new HashSet<>(first.deferred());
        deferred.addAll(second.deferred());
        return new Delivery(rejected, deferred);
    }

    private static Delivery delivery(DeliverEventsResponse response) {
        return new Delivery(
                response.getRejectedList().stream()
                        .collect(Collectors.toMap(
                                rejected -> EventId.of(rejected.getEventId()),
                                RejectedEvent::getReason,
                                (first, same) -> first)),
                response.getDeferredEventIdsList().stream().map(EventId::of).collect(Collectors.toSet()));
    }

    private static Event render(OutboxEvent event) {
        return Event.newBuilder()
                .setEventId(event.eventId().toString())
                .setType(event.type())
                .setCaseId(event.caseId().toString())
                .setOccurredAt(CommonWire.timestamp(event.occurredAt()))
                .setData(ByteString.copyFrom(event.data()))
                .build();
    }
}
