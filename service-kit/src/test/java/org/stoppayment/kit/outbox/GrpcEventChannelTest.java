package org.stoppayment.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.proto.common.v1.DeliverEventsRequest;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.EventInboxService;
import org.stoppayment.proto.common.v1.RejectedEvent;

class GrpcEventChannelTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Ids ids = new Ids(() -> NOON);

    /** An inbox that accepts every message except those for which it fails. */
    private static final class Inbox implements EventInboxService {
        final List<Event> accepted = new ArrayList<>();
        int calls;
        Status failure = Status.INTERNAL;
        Predicate<DeliverEventsRequest> failsFor = request -> false;
        DeliverEventsResponse answer = DeliverEventsResponse.getDefaultInstance();

        @Override
        public Uni<DeliverEventsResponse> deliverEvents(DeliverEventsRequest request) {
            calls++;
            if (failsFor.test(request)) {
                return Uni.createFrom().failure(failure.asRuntimeException());
            }
            accepted.addAll(request.getEventsList());
            return Uni.createFrom().item(answer);
        }
    }

    private final Inbox inbox = new Inbox();
    private final GrpcEventChannel channel = new GrpcEventChannel(inbox::deliverEvents);

    private List<OutboxEvent> events(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> OutboxEvent.of(
                        ids.newEventId(), ids.newCaseId(), NOON.plusNanos(5), Timestamp.getDefaultInstance()))
                .toList();
    }

    private EventChannel.Delivery deliver(List<OutboxEvent> events) {
        return channel.deliver(events).await().indefinitely();
    }

    @Test
    void eventIsDeliveredComplete() {
        OutboxEvent event = events(1).get(0);
        assertThat(deliver(List.of(event)).isAccepted(event.eventId())).isTrue();
        Event sent = inbox.accepted.get(0);
        assertThat(sent.getEventId()).isEqualTo(event.eventId().toString());
        assertThat(sent.getCaseId()).isEqualTo(event.caseId().toString());
        assertThat(sent.getType()).isEqualTo("google.protobuf.Timestamp");
        assertThat(sent.getData().toByteArray()).isEqualTo(event.data());
        assertThat(Instant.ofEpochSecond(
                        sent.getOccurredAt().getSeconds(), sent.getOccurredAt().getNanos()))
                .isEqualTo(event.occurredAt());
    }

    @Test
    void rejectedAndDeferredEventsAreDistinguished() {
        EventId rejected = ids.newEventId();
        EventId deferred = ids.newEventId();
        inbox.answer = DeliverEventsResponse.newBuilder()
                .addRejected(RejectedEvent.newBuilder()
                        .setEventId(rejected.toString())
                        .setReason("broken"))
                .addDeferredEventIds(deferred.toString())
                .build();
        EventChannel.Delivery delivery = deliver(events(1));
        assertThat(delivery.rejected()).isEqualTo(Map.of(rejected, "broken"));
        assertThat(delivery.deferred()).containsExactly(deferred);
        assertThat(delivery.isAccepted(rejected)).isFalse();
        assertThat(delivery.isAccepted(deferred)).isFalse();
        assertThat(delivery.isAccepted(ids.newEventId())).isTrue();
    }

    @Test
    void eventThatMakesTheNextServiceFailDoesNotBlockOthers() {
        List<OutboxEvent> events = events(128);
        EventId poison = events.get(77).eventId();
        inbox.failsFor = request -> request.getEventsList().stream()
                .anyMatch(event -> event.getEventId().equals(poison.toString()));
        EventChannel.Delivery delivery = deliver(events);
        assertThat(delivery.deferred()).containsExactly(poison);
        assertThat(inbox.accepted).hasSize(127).doesNotHaveDuplicates();
        assertThat(inbox.calls).isLessThan(20);
    }

    @Test
    void eventsThatExceedOneMessageAreSentInSeveral() {
        inbox.failure = Status.RESOURCE_EXHAUSTED;
        inbox.failsFor = request -> request.getEventsCount() > 10;
        assertThat(deliver(events(100)).deferred()).isEmpty();
        assertThat(inbox.accepted).hasSize(100);
    }

    @Test
    void unavailableServiceIsNotCalledAgainForTheHalves() {
        for (Status status :
                List.of(Status.UNAVAILABLE, Status.DEADLINE_EXCEEDED, Status.UNIMPLEMENTED, Status.UNAUTHENTICATED)) {
            inbox.calls = 0;
            inbox.failure = status;
            inbox.failsFor = request -> true;
            assertThatThrownBy(() -> deliver(events(2)))
                    .hasMessageContaining(status.getCode().name());
            assertThat(inbox.calls).isOne();
        }
    }
}
