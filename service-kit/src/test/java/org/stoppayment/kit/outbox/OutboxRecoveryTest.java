package org.stoppayment.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ids.EventId;

/** Delivery of events that an outage of the next service left in the table. The clock stands still unless a test moves it. */
class OutboxRecoveryTest extends OutboxTest {

    @Test
    void allEventsAreDeliveredAsSoonAsOneIsAccepted() {
        channel.unavailable = true;
        List<OutboxEvent> waiting = stored(2 * OutboxRelay.MAX_IN_ONE_CALL);
        relay.handOver(waiting);
        recover();
        assertThat(channel.delivered()).isEmpty();

        channel.unavailable = false;
        recover();

        assertThat(Set.copyOf(channel.delivered())).isEqualTo(ids(waiting));
        await().untilAsserted(() -> assertThat(rows()).isZero());
    }

    @Test
    void eventsAreDeliveredWhenANewerOneEndedTheOutage() {
        channel.unavailable = true;
        OutboxEvent waiting = stored();
        relay.handOver(waiting);
        channel.unavailable = false;
        relay.handOver(stored());

        recover();

        assertThat(channel.delivered()).contains(waiting.eventId());
    }

    @Test
    void eventOnWhichTheNextServiceFailsDoesNotKeepTheOthersBack() {
        OutboxEvent failing = stored();
        channel.failing = Set.of(failing.eventId());
        relay.handOver(failing);
        OutboxEvent other = stored();
        for (int period = 0; period < 3; period++) {
            recovery.recover().onFailure().recoverWithNull().await().indefinitely();
        }
        assertThat(channel.delivered()).contains(other.eventId()).doesNotContain(failing.eventId());
    }

    @Test
    void deferredEventKeepsItsTime() {
        OutboxEvent deferred = stored();
        channel.deferring = Set.of(deferred.eventId());
        relay.handOver(deferred);
        await().untilAsserted(() -> assertThat(deferrals(deferred)).isOne());
        channel.unavailable = true;
        relay.handOver(stored());
        channel.unavailable = false;
        relay.handOver(stored());
        int calls = channel.calls.size();

        recover();

        assertThat(channel.calls).hasSizeGreaterThan(calls);
        assertThat(channel.delivered()).filteredOn(deferred.eventId()::equals).hasSize(1);
    }

    @Test
    void nothingIsTriedWhileTheNextServiceIsAvailable() {
        stored();
        recover();
        assertThat(channel.calls).isEmpty();
    }

    private static Set<EventId> ids(List<OutboxEvent> events) {
        return Set.copyOf(events.stream().map(OutboxEvent::eventId).toList());
    }
}
