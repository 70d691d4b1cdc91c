package org.stoppayment.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Delivery of events immediately after the commit. */
class OutboxRelayTest extends OutboxTest {

    @Test
    void eventIsDeliveredAtOnceAndDeleted() {
        OutboxEvent event = stored();
        relay.handOver(event);
        assertThat(channel.delivered()).containsExactly(event.eventId());
        await().untilAsserted(() -> assertThat(rows()).isZero());
    }

    @Test
    void eventStaysUntilThePeerIsBack() {
        channel.unavailable = true;
        OutboxEvent event = stored();
        relay.handOver(event);
        now = NOON.plusSeconds(5);
        assertThatThrownBy(this::sweep).hasCauseInstanceOf(IOException.class);
        assertThat(rows()).isOne();
        channel.unavailable = false;
        now = now.plusSeconds(1);
        sweep();
        assertThat(channel.delivered()).containsExactly(event.eventId());
        await().untilAsserted(() -> assertThat(rows()).isZero());
    }

    @Test
    void rejectedEventIsKeptWithItsReasonAndNotDeliveredAgain() {
        OutboxEvent bad = stored();
        OutboxEvent good = stored();
        channel.rejecting = Map.of(bad.eventId(), "unknown type");
        relay.handOver(List.of(bad, good));
        await().untilAsserted(() -> assertThat(pool.query("SELECT event_id, rejected FROM outbox")
                        .mapping(row -> row.getUUID(0) + " " + row.getString(1))
                        .execute()
                        .await()
                        .indefinitely())
                .containsExactly(bad.eventId() + " unknown type"));
        now = NOON.plusSeconds(3600);
        sweep();
        assertThat(channel.delivered()).containsExactly(bad.eventId(), good.eventId());
    }

    @Test
    void deferredEventIsDeliveredAgain() {
        OutboxEvent early = stored();
        channel.deferring = Set.of(early.eventId());
        relay.handOver(early);
        await().untilAsserted(() -> assertThat(deferrals(early)).isOne());
        now = NOON.plusSeconds(5);
        sweep();
        await().untilAsserted(() -> assertThat(deferrals(early)).isEqualTo(2));
        channel.deferring = Set.of();
        now = now.plusSeconds(2);
        sweep();
        assertThat(channel.delivered()).containsExactly(early.eventId(), early.eventId(), early.eventId());
        await().untilAsserted(() -> assertThat(rows()).isZero());
    }

    @Test
    void burstIsDeliveredCompletely() {
        List<OutboxEvent> burst = stored(400);
        relay.handOver(burst);
        await().untilAsserted(() -> assertThat(rows()).isZero());
        assertThat(new HashSet<>(channel.delivered())).hasSize(400);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** The next service takes one event, and then no other; four calls are under way, and more than one call's events wait. */
    private void makeEventsWait() {
        OutboxEvent first = stored();
        relay.handOver(first);
        assertThat(channel.delivered()).containsExactly(first.eventId());
        channel.hanging = true;
        relay.handOver(stored(4 + 2 * OutboxRelay.MAX_IN_ONE_CALL));
    }

    @Test
    void slowNextServiceIsSeenAndOneThatIsAwayDoesNotCount() {
        makeEventsWait();
        pass(Duration.ofMillis(300));
        assertThat(relay.expectedWait()).isEqualTo(Duration.ofMillis(300));
        pass(Duration.ofSeconds(2)); // nothing taken for so long: it is away
        assertThat(relay.expectedWait()).isZero();
    }

    @Test
    void timeBeforeTheNextServiceCameBackDoesNotCount() {
        makeEventsWait();
        pass(Duration.ofSeconds(10));
        channel.takeOneHeld();
        assertThat(relay.expectedWait()).isZero();
        pass(Duration.ofMillis(300));
        assertThat(relay.expectedWait()).isEqualTo(Duration.ofMillis(300));
    }
}
