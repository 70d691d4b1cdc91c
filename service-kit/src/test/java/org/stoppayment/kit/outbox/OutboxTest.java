package org.stoppayment.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.EventId;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kit.TestDatabase;
import org.stoppayment.kit.postgres.Columns;
import org.stoppayment.kit.testing.LogListener;
import org.stoppayment.kit.work.Jobs;

class OutboxTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final FakeChannel channel = new FakeChannel();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Instant now = NOON;
    private final Ids ids = new Ids(() -> now);
    private Pool pool;
    private OutboxTable table;
    private OutboxRelay relay;
    private OutboxSweeper sweeper;

    @BeforeEach
    void open() {
        pool = TestDatabase.pool(8);
        TestDatabase.run(pool, "TRUNCATE outbox");
        table = new OutboxTable(pool);
        relay = new OutboxRelay(channel, table);
        sweeper = new OutboxSweeper(table, relay, () -> now, new Jobs(registry));
    }

    @AfterEach
    void close() {
        pool.close().await().indefinitely();
    }

    /** An event that has just become durable. */
    private OutboxEvent stored() {
        OutboxEvent event = OutboxEvent.of(
                ids.newEventId(),
                ids.newCaseId(),
                now,
                Timestamp.newBuilder().setSeconds(7).build());
        pool.preparedQuery("INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)"
                        + " VALUES ($1, $2, $3, $4, $5, $6)")
                .execute(Tuple.from(List.of(
                        event.eventId().value(),
                        event.caseId().value(),
                        event.type(),
                        Columns.utc(event.occurredAt()),
                        io.vertx.mutiny.core.buffer.Buffer.buffer(event.data()).getDelegate(),
                        Columns.utc(event.dueAt()))))
                .await()
                .indefinitely();
        return event;
    }

    private List<OutboxEvent> stored(int number) {
        return IntStream.range(0, number).mapToObj(i -> stored()).toList();
    }

    private long rows() {
        return pool.query("SELECT count(*) FROM outbox")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private Duration dueIn(OutboxEvent event) {
        OffsetDateTime due = pool.preparedQuery("SELECT due_at FROM outbox WHERE event_id = $1")
                .execute(Tuple.of(event.eventId().value()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getOffsetDateTime(0);
        return Duration.between(now, due.toInstant());
    }

    private void sweep() {
        sweeper.sweep().await().indefinitely();
    }

    @Test
    void anEventIsHandedOverAtOnceAndDeleted() {
        OutboxEvent event = stored();
        relay.handOver(event);
        assertThat(channel.delivered()).containsExactly(event.eventId());
        await().untilAsserted(() -> assertThat(rows()).isZero());
    }

    @Test
    void whatAPeerDoesNotTakeStaysUntilItIsBack() {
        channel.away = true;
        OutboxEvent event = stored();
        relay.handOver(event);
        now = NOON.plusSeconds(5);
        assertThatThrownBy(this::sweep).hasCauseInstanceOf(IOException.class);
        assertThat(rows()).isOne();
        channel.away = false;
        now = now.plusSeconds(1);
        sweep();
        assertThat(channel.delivered()).containsExactly(event.eventId());
        await().untilAsserted(() -> assertThat(rows()).isZero());
    }

    @Test
    void aSweepThatFailsIsToldOncePerOutage() {
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
        assertThat(registry.get("stoppayment.work.failures").counter().count()).isEqualTo(2);
    }

    @Test
    void theSweeperLeavesAnEventToItsOwnProcessForAHeadStart() {
        OutboxEvent event = stored();
        now = NOON.plus(OutboxEvent.HEAD_START).minusMillis(1);
        sweep();
        assertThat(channel.delivered()).isEmpty();
        now = now.plusMillis(1);
        sweep();
        assertThat(channel.delivered()).containsExactly(event.eventId());
    }

    @Test
    void everyAttemptWaitsTwiceAsLongUpToHalfAMinute() {
        channel.away = true;
        OutboxEvent event = stored();
        now = NOON.plusSeconds(5);
        List<Long> waits = new ArrayList<>();
        for (int attempt = 0; attempt < 8; attempt++) {
            assertThatThrownBy(this::sweep).isInstanceOf(Exception.class);
            waits.add(dueIn(event).toSeconds());
            now = now.plus(dueIn(event));
        }
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void aPeerThatWasAwayForMonthsIsStillTried() {
        OutboxEvent event = stored();
        TestDatabase.run(pool, "UPDATE outbox SET attempts = 2000000");
        now = NOON.plusSeconds(5);
        sweep();
        assertThat(channel.delivered()).containsExactly(event.eventId());
    }

    @Test
    void aBacklogIsHandedOverWholeInOneSweepAndEachEventOnce() {
        List<EventId> backlog = stored(3 * OutboxRelay.MAX_IN_ONE_CALL + 1).stream()
                .map(OutboxEvent::eventId)
                .toList();
        now = NOON.plusSeconds(5);
        sweep();
        assertThat(channel.delivered()).containsExactlyInAnyOrderElementsOf(backlog);
        assertThat(channel.calls).allSatisfy(call -> assertThat(call).hasSizeLessThanOrEqualTo(128));
        await().untilAsserted(() -> assertThat(rows()).isZero());
    }

    @Test
    void sweepersAtOnceNeverClaimTheSameEvent() {
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
    void eventsThatAnotherReplicaIsClaimingAreSkippedAndNotWaitedFor() {
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
    void aClaimNeverTakesMoreThanItsLimit() {
        stored(20);
        assertThat(table.claimDue(NOON.plusSeconds(5), Duration.ofSeconds(1), 3)
                        .await()
                        .indefinitely())
                .hasSize(3);
    }

    @Test
    void aRejectedEventIsParkedWithItsReasonAndNeverHandedOverAgain() {
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
    void aDeferredEventIsKeptAndComesAgain() {
        OutboxEvent early = stored();
        channel.deferring = Set.of(early.eventId());
        relay.handOver(early);
        now = NOON.plusSeconds(5);
        sweep();
        assertThat(rows()).isOne();
        channel.deferring = Set.of();
        now = now.plusSeconds(1);
        sweep();
        assertThat(channel.delivered()).containsExactly(early.eventId(), early.eventId(), early.eventId());
        await().untilAsserted(() -> assertThat(rows()).isZero());
    }

    @Test
    void anEventKeepsAllItCarriesThroughTheTable() {
        OutboxEvent event = stored();
        OutboxEvent claimed = table.claimDue(NOON.plusSeconds(5), Duration.ofSeconds(1), 1)
                .await()
                .indefinitely()
                .get(0);
        assertThat(claimed).usingRecursiveComparison().isEqualTo(event);
        assertThat(event.type()).isEqualTo("google.protobuf.Timestamp");
    }

    @Test
    void aBurstIsCombinedIntoFewCallsAndNothingIsLost() {
        List<OutboxEvent> burst = stored(400);
        relay.handOver(burst);
        await().untilAsserted(() -> assertThat(rows()).isZero());
        assertThat(new HashSet<>(channel.delivered())).hasSize(400);
    }
}
