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

    @Test
    void slowNextServiceIsSeenAndOneThatIsAwayDoesNotCount() {
        relay.handOver(stored());
        await().untilAsserted(() -> assertThat(rows()).isZero()); // it takes events
        channel.hanging = true;
        relay.handOver(stored(8)); // four calls at once
        await().until(() -> relay.expectedWait().compareTo(Duration.ofMillis(200)) > 0);
        await().until(() -> relay.expectedWait().isZero()); // nothing taken for two seconds: it is away
    }
}
