package org.stoppayment.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.kit.TestDatabase;
import org.stoppayment.kit.testing.LogListener;
import org.stoppayment.kit.work.Jobs;

/** Delivery of events that were left in the table. */
class OutboxSweeperTest extends OutboxTest {

    @Test
    void failedSweepIsLoggedOncePerOutage() {
        TestDatabase.run(pool, "ALTER TABLE outbox RENAME TO gone");
        try (LogListener log = LogListener.start()) {
            sweeper.everySecond().await().indefinitely();
            sweeper.everySecond().await().indefinitely();
            assertThat(log.alarms())
                    .singleElement()
                    .asString()
                    .contains("Job outbox fails")
                    .contains("SQLSTATE 42P01");
            TestDatabase.run(pool, "ALTER TABLE gone RENAME TO outbox");
            sweeper.everySecond().await().indefinitely();
            assertThat(log.lines()).anyMatch(line -> line.contains("Job outbox works again"));
        } finally {
            TestDatabase.run(pool, "ALTER TABLE IF EXISTS gone RENAME TO outbox");
        }
        assertThat(registry.get("stoppayment.work.failures")
                        .tag(Jobs.TAG, "outbox")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void sweeperIgnoresEventsDuringTheHeadStart() {
        OutboxEvent event = stored();
        now = NOON.plus(OutboxEvent.HEAD_START).minusMillis(1);
        sweep();
        assertThat(channel.delivered()).isEmpty();
        now = now.plusMillis(1);
        sweep();
        assertThat(channel.delivered()).containsExactly(event.eventId());
    }

    @Test
    void deferredEventWaitsTwiceAsLongEachTimeUpToThirtySeconds() {
        OutboxEvent event = stored();
        channel.deferring = Set.of(event.eventId());
        now = NOON.plusSeconds(5);
        List<Long> waits = new ArrayList<>();
        for (int attempt = 0; attempt < 8; attempt++) {
            int deferrals = attempt + 1;
            sweep();
            await().untilAsserted(() -> assertThat(deferrals(event)).isEqualTo(deferrals));
            waits.add(dueIn(event).toSeconds());
            now = now.plus(dueIn(event));
        }
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void eventIsTriedAfterMillionsOfDeferrals() {
        OutboxEvent event = stored();
        TestDatabase.run(pool, "UPDATE outbox SET attempts = 2000000");
        channel.deferring = Set.of(event.eventId());
        now = NOON.plusSeconds(5);
        sweep();
        await().untilAsserted(() -> assertThat(dueIn(event)).isEqualTo(Duration.ofSeconds(30)));
    }

    @Test
    void jobIsNotSaidToWorkAgainDuringAnOutage() {
        channel.unavailable = true;
        stored();
        now = NOON.plusSeconds(5);
        try (LogListener log = LogListener.start()) {
            for (int second = 0; second < 3; second++) {
                sweeper.everySecond().await().indefinitely();
                recover();
            }
            assertThat(log.lines()).noneMatch(line -> line.contains("works again"));
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("Job outbox fails"))
                    .hasSize(1);
            channel.unavailable = false;
            recover();
            now = now.plusSeconds(1);
            sweeper.everySecond().await().indefinitely();
            assertThat(log.lines()).anyMatch(line -> line.contains("Job outbox works again"));
        }
        assertThat(Set.copyOf(channel.delivered())).hasSize(1);
    }

    @Test
    void oneSweepDeliversTheWholeBacklogAndEachEventOnce() {
        List<EventId> backlog = stored(3 * OutboxRelay.MAX_IN_ONE_CALL + 1).stream()
                .map(OutboxEvent::eventId)
                .toList();
        now = NOON.plusSeconds(5);
        sweep();
        assertThat(channel.delivered()).containsExactlyInAnyOrderElementsOf(backlog);
        assertThat(channel.calls)
                .allSatisfy(call -> assertThat(call).hasSizeLessThanOrEqualTo(OutboxRelay.MAX_IN_ONE_CALL));
        await().untilAsserted(() -> assertThat(rows()).isZero());
    }

    @Test
    void concurrentSweepersNeverClaimTheSameEvent() {
        int events = 500;
        TestDatabase.run(
                pool,
                "INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)"
                        + " SELECT gen_random_uuid(), gen_random_uuid(), 't', now(), '', '2026-03-01T12:00:00Z'"
                        + " FROM generate_series(1, " + events + ")");
        List<Uni<List<OutboxEvent>>> claims = IntStream.range(0, 40)
                .mapToObj(i -> table.claimDue(NOON, Duration.ofSeconds(1), 7))
                .toList();
        List<EventId> claimed = new ArrayList<>();
        Uni.join()
                .all(claims)
                .andFailFast()
                .await()
                .indefinitely()
                .forEach(claim -> claim.forEach(event -> claimed.add(event.eventId())));
        assertThat(claimed).doesNotHaveDuplicates().hasSize(40 * 7);
    }

    @Test
    void eventsLockedByAnotherReplicaAreSkippedWithoutWaiting() {
        List<OutboxEvent> events = stored(10);
        UUID[] others = events.subList(0, 5).stream()
                .map(event -> event.eventId().value())
                .toArray(UUID[]::new);
        List<OutboxEvent> claimed = pool.withTransaction(otherReplica -> otherReplica
                        .preparedQuery("SELECT event_id FROM outbox WHERE event_id = ANY($1) FOR UPDATE")
                        .execute(Tuple.of(others))
                        .chain(() -> table.claimDue(NOON.plusSeconds(5), Duration.ofSeconds(1), 10)))
                .await()
                .atMost(Duration.ofSeconds(5));
        assertThat(claimed)
                .extracting(OutboxEvent::eventId)
                .containsExactlyInAnyOrderElementsOf(
                        events.subList(5, 10).stream().map(OutboxEvent::eventId).toList());
    }

    @Test
    void claimHasAtMostTheGivenNumberOfEvents() {
        stored(20);
        assertThat(table.claimDue(NOON.plusSeconds(5), Duration.ofSeconds(1), 3)
                        .await()
                        .indefinitely())
                .hasSize(3);
    }

    @Test
    void claimedEventEqualsTheStoredOne() {
        OutboxEvent event = stored();
        OutboxEvent claimed = table.claimDue(NOON.plusSeconds(5), Duration.ofSeconds(1), 1)
                .await()
                .indefinitely()
                .get(0);
        assertThat(claimed).usingRecursiveComparison().isEqualTo(event);
        assertThat(event.type()).isEqualTo("google.protobuf.Timestamp");
    }
}
