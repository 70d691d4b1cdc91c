package org.stoppayment.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.TestDatabase;
import org.stoppayment.kit.work.Jobs;

class OutboxGaugesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Pool pool;
    private OutboxGauges gauges;

    @BeforeEach
    void open() {
        pool = TestDatabase.pool(2);
        TestDatabase.run(pool, "TRUNCATE outbox");
        gauges = new OutboxGauges(new OutboxTable(pool), () -> NOON, registry, new Jobs(registry));
    }

    @AfterEach
    void close() {
        pool.close().await().indefinitely();
    }

    private void stored(int events, String rejected) {
        TestDatabase.run(
                pool,
                "INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at, rejected)"
                        + " SELECT gen_random_uuid(), gen_random_uuid(), 't', '" + NOON + "', '', '" + NOON + "', "
                        + rejected
                        + " FROM generate_series(1, " + events + ")");
    }

    private void occurred(Instant at, String dueAt, String rejected) {
        TestDatabase.run(
                pool,
                "INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at, rejected) VALUES ('"
                        + new Ids(() -> at).next() + "', gen_random_uuid(), 't', '" + at + "', '', '" + dueAt + "', "
                        + rejected + ")");
    }

    private double rejected() {
        gauges.measure().await().indefinitely();
        return registry.get("stoppayment.outbox.rejected").gauge().value();
    }

    private double oldest() {
        gauges.measure().await().indefinitely();
        return registry.get("stoppayment.work.oldest.due.seconds")
                .tag(Jobs.TAG, "outbox")
                .gauge()
                .value();
    }

    @Test
    void ageOfTheOldestEventDoesNotDependOnAttempts() {
        assertThat(oldest()).isZero();
        occurred(NOON.minusSeconds(30), "2026-03-01T12:00:05Z", "NULL");
        occurred(
                NOON.minusSeconds(90),
                "2026-03-01T12:00:25Z",
                "NULL"); // attempted before, and claimed for another half minute
        occurred(NOON.minusSeconds(600), "2026-03-01T12:00:00Z", "'unknown type'");
        assertThat(oldest()).isEqualTo(90);
    }

    @Test
    void ageIsNotNegativeWhenAHostsClockIsAhead() {
        occurred(NOON.plusSeconds(5), "2026-03-01T12:00:10Z", "NULL");
        assertThat(oldest()).isZero();
    }

    @Test
    void rejectedEventsAreCounted() {
        stored(5, "NULL");
        assertThat(rejected()).isZero();
        stored(3, "'unknown type'");
        assertThat(rejected()).isEqualTo(3);
    }

    @Test
    void gaugesAreNanWithoutDatabase() {
        stored(3, "'unknown type'");
        assertThat(rejected()).isEqualTo(3);
        TestDatabase.run(pool, "ALTER TABLE outbox RENAME TO gone");
        try {
            assertThat(rejected()).isNaN();
            assertThat(oldest()).isNaN();
        } finally {
            TestDatabase.run(pool, "ALTER TABLE gone RENAME TO outbox");
        }
    }

    @Test
    void gaugesAreReadByIndex() {
        String plan = pool.withTransaction(connection -> connection
                        .query("SET LOCAL enable_seqscan = off")
                        .execute()
                        .chain(() -> connection
                                .query("EXPLAIN (GENERIC_PLAN) " + OutboxTable.FIGURES.sql())
                                .mapping(row -> row.getString(0))
                                .execute()))
                .map(rows -> {
                    StringBuilder lines = new StringBuilder();
                    rows.forEach(line -> lines.append(line).append('\n'));
                    return lines.toString();
                })
                .await()
                .indefinitely();
        assertThat(plan).contains("outbox_rejected").contains("outbox_pkey").doesNotContain("Seq Scan", "Sort");
    }
}
