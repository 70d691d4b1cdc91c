package org.stoppayment.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.TestDatabase;
import org.stoppayment.kit.work.Jobs;

class OutboxGaugesTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Pool pool;
    private OutboxGauges gauges;

    @BeforeEach
    void open() {
        pool = TestDatabase.pool(2);
        TestDatabase.run(pool, "TRUNCATE outbox");
        gauges = new OutboxGauges(new OutboxTable(pool), registry, new Jobs(registry));
    }

    @AfterEach
    void close() {
        pool.close().await().indefinitely();
    }

    private void stored(int events, String rejected) {
        TestDatabase.run(
                pool,
                "INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at, rejected)"
                        + " SELECT gen_random_uuid(), gen_random_uuid(), 't', now(), '', now(), " + rejected
                        + " FROM generate_series(1, " + events + ")");
    }

    private double rejected() {
        gauges.measure().await().indefinitely();
        return registry.get("stoppayment.outbox.rejected").gauge().value();
    }

    @Test
    void eventsThatCanNeverBeTakenAreCounted() {
        stored(5, "NULL");
        assertThat(rejected()).isZero();
        stored(3, "'unknown type'");
        assertThat(rejected()).isEqualTo(3);
    }

    @Test
    void figureOfADatabaseThatIsAwayIsNone() {
        stored(3, "'unknown type'");
        assertThat(rejected()).isEqualTo(3);
        TestDatabase.run(pool, "ALTER TABLE outbox RENAME TO gone");
        try {
            assertThat(rejected()).isNaN();
        } finally {
            TestDatabase.run(pool, "ALTER TABLE gone RENAME TO outbox");
        }
    }

    @Test
    void figuresAreReadByKeyHoweverManyEventsWait() {
        String plan = pool.withTransaction(connection -> connection
                        .query("SET LOCAL enable_seqscan = off")
                        .execute()
                        .chain(() -> connection
                                .query("EXPLAIN (GENERIC_PLAN) " + OutboxTable.FIGURES)
                                .mapping(row -> row.getString(0))
                                .execute()))
                .map(rows -> {
                    StringBuilder lines = new StringBuilder();
                    rows.forEach(line -> lines.append(line).append('\n'));
                    return lines.toString();
                })
                .await()
                .indefinitely();
        assertThat(plan).contains("outbox_rejected").doesNotContain("Seq Scan");
    }
}
