package org.stoppayment.kit.outbox;

import com.google.protobuf.Timestamp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.TestDatabase;
import org.stoppayment.kit.postgres.Columns;
import org.stoppayment.kit.work.Jobs;

/** An outbox in a real Postgres with a fake next service, for tests of its parts. */
abstract class OutboxTest {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    final FakeChannel channel = new FakeChannel();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Instant now = NOON;
    final AtomicLong nanos = new AtomicLong();
    final Ids ids = new Ids(() -> now);
    Pool pool;
    OutboxTable table;
    OutboxRelay relay;
    OutboxSweeper sweeper;
    OutboxRecovery recovery;

    @BeforeEach
    void open() {
        pool = TestDatabase.pool(8);
        TestDatabase.run(pool, "TRUNCATE outbox");
        table = new OutboxTable(pool);
        relay = new OutboxRelay(channel, table, () -> now, nanos::get);
        sweeper = new OutboxSweeper(table, relay, () -> now, new Jobs(registry));
        recovery = new OutboxRecovery(table, relay, sweeper, () -> now, new Jobs(registry));
    }

    @AfterEach
    void close() {
        pool.close().await().indefinitely();
    }

    /** Stores a new event. */
    OutboxEvent stored() {
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

    List<OutboxEvent> stored(int number) {
        return IntStream.range(0, number).mapToObj(i -> stored()).toList();
    }

    long rows() {
        return pool.query("SELECT count(*) FROM outbox")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    Duration dueIn(OutboxEvent event) {
        return Duration.between(now, row(event).getOffsetDateTime("due_at").toInstant());
    }

    int deferrals(OutboxEvent event) {
        return row(event).getInteger("attempts");
    }

    private Row row(OutboxEvent event) {
        return pool.preparedQuery("SELECT due_at, attempts FROM outbox WHERE event_id = $1")
                .execute(Tuple.of(event.eventId().value()))
                .await()
                .indefinitely()
                .iterator()
                .next();
    }

    void recover() {
        recovery.recover().await().indefinitely();
    }

    void sweep() {
        sweeper.sweep().await().indefinitely();
    }
}
