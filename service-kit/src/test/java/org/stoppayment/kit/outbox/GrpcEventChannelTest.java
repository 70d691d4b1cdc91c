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
import org.stoppayment.kernel.EventId;
import org.stoppayment.kernel.Ids;
import org.stoppayment.proto.common.v1.DeliverEventsRequest;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.EventInboxService;
import org.stoppayment.proto.common.v1.RejectedEvent;

class GrpcEventChannelTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Ids ids = new Ids(() -> NOON);

    /** An inbox that takes every message but those that it fails over. */
    private static final class Inbox implements EventInboxService {
        final List<Event> taken = new ArrayList<>();
        int calls;
        Status failure = Status.INTERNAL;
        Predicate<DeliverEventsRequest> failsOver = request -> false;
        DeliverEventsResponse answer = DeliverEventsResponse.getDefaultInstance();

        @Override
        public Uni<DeliverEventsResponse> deliverEvents(DeliverEventsRequest request) {
            calls++;
            if (failsOver.test(request)) {
                return Uni.createFrom().failure(failure.asRuntimeException());
            }
            taken.addAll(request.getEventsList());
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
    void anEventTravelsWithAllItCarries() {
        OutboxEvent event = events(1).get(0);
        assertThat(deliver(List.of(event)).isAccepted(event.eventId())).isTrue();
        Event sent = inbox.taken.get(0);
        assertThat(sent.getEventId()).isEqualTo(event.eventId().toString());
        assertThat(sent.getCaseId()).isEqualTo(event.caseId().toString());
        assertThat(sent.getType()).isEqualTo("google.protobuf.Timestamp");
        assertThat(sent.getData().toByteArray()).isEqualTo(event.data());
        assertThat(Instant.ofEpochSecond(
                        sent.getOccurredAt().getSeconds(), sent.getOccurredAt().getNanos()))
                .isEqualTo(event.occurredAt());
    }

    @Test
    void rejectedAndDeferredOnesAreToldApart() {
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
    void anEventThatTheNextServiceStumblesOverKeepsNoOtherWaiting() {
        List<OutboxEvent> events = events(128);
        EventId poison = events.get(77).eventId();
        inbox.failsOver = request -> request.getEventsList().stream()
                .anyMatch(event -> event.getEventId().equals(poison.toString()));
        EventChannel.Delivery delivery = deliver(events);
        assertThat(delivery.deferred()).containsExactly(poison);
        assertThat(inbox.taken).hasSize(127).doesNotHaveDuplicates();
        assertThat(inbox.calls).isLessThan(20);
    }

    @Test
    void whatIsTooMuchForOneMessageGoesInSeveral() {
        inbox.failure = Status.RESOURCE_EXHAUSTED;
        inbox.failsOver = request -> request.getEventsCount() > 10;
        assertThat(deliver(events(100)).deferred()).isEmpty();
        assertThat(inbox.taken).hasSize(100);
    }

    @Test
    void aServiceThatIsAwayIsNotAskedAgainForTheHalves() {
        for (Status status :
                List.of(Status.UNAVAILABLE, Status.DEADLINE_EXCEEDED, Status.UNIMPLEMENTED, Status.UNAUTHENTICATED)) {
            inbox.calls = 0;
            inbox.failure = status;
            inbox.failsOver = request -> true;
            assertThatThrownBy(() -> deliver(events(2)))
                    .hasMessageContaining(status.getCode().name());
            assertThat(inbox.calls).isOne();
        }
    }
}
