package org.stoppayment.freeze.persistence;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.stoppayment.freeze.domain.Phase;
import org.stoppayment.kit.postgres.Columns;

/** What operators watch: orders that are not at their end by state, and how long the most overdue work has been due. */
@ApplicationScoped
class OrderGauges {

    private static final String BY_STATE = "SELECT state, count(*) AS orders FROM stop_order WHERE live GROUP BY state";
    private static final String OLDEST_DUE = """
            SELECT greatest(0, coalesce(extract(epoch FROM $1::timestamptz - min(due_at)), 0))::bigint AS seconds
            FROM stop_order WHERE due_at <= $1
            """;

    private final Pool pool;
    private final InstantSource clock;
    private final Map<Phase, AtomicLong> byState = Collections.synchronizedMap(new EnumMap<>(Phase.class));
    private final AtomicLong oldestDueSeconds;

    OrderGauges(Pool pool, InstantSource clock, MeterRegistry registry) {
        this.pool = pool;
        this.clock = clock;
        for (Phase phase : Phase.values()) {
            if (phase.isLive()) {
                byState.put(phase, gauge(registry, phase));
            }
        }
        oldestDueSeconds = new AtomicLong();
        registry.gauge("stoppayment.orders.oldest.due.seconds", oldestDueSeconds);
    }

    private static AtomicLong gauge(MeterRegistry registry, Phase phase) {
        AtomicLong value = new AtomicLong();
        registry.gauge("stoppayment.orders", List.of(Tag.of("state", phase.name())), value);
        return value;
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return pool.query(BY_STATE)
                .execute()
                .invoke(this::count)
                .chain(() -> pool.preparedQuery(OLDEST_DUE).execute(Tuple.of(Columns.utc(clock.instant()))))
                .invoke(rows -> oldestDueSeconds.set(rows.iterator().next().getLong("seconds")))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private void count(RowSet<Row> rows) {
        byState.values().forEach(value -> value.set(0));
        rows.forEach(row -> byState.computeIfAbsent(Phase.valueOf(row.getString("state")), phase -> new AtomicLong())
                .set(row.getLong("orders")));
    }
}
