package org.stoppayment.freeze.persistence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stoppayment.freeze.domain.Phase;
import org.stoppayment.kit.metrics.Readings;
import org.stoppayment.kit.postgres.Columns;
import org.stoppayment.kit.work.Job;
import org.stoppayment.kit.work.Jobs;

/** What operators watch: orders that are not at their end by state, and how long the most overdue work has been due. */
@ApplicationScoped
class OrderGauges {

    private static final List<Phase> LIVE =
            Arrays.stream(Phase.values()).filter(Phase::isLive).toList();
    private static final String BY_STATE = "SELECT state, count(*) AS orders FROM stop_order WHERE live GROUP BY state";
    private static final String OLDEST_DUE = """
            SELECT greatest(0, coalesce(extract(epoch FROM $1::timestamptz - min(due_at)), 0))::bigint AS seconds
            FROM stop_order WHERE due_at <= $1
            """;

    private final Pool pool;
    private final InstantSource clock;
    private final Job job;
    private final Readings figures = new Readings();

    OrderGauges(Pool pool, InstantSource clock, MeterRegistry registry, Jobs jobs) {
        this.pool = pool;
        this.clock = clock;
        this.job = jobs.named("order-gauges");
        LIVE.forEach(phase -> Gauge.builder("stoppayment.orders", () -> figures.of(phase.name()))
                .description("Orders that are not at their end")
                .tag("state", phase.name())
                .register(registry));
        Gauge.builder("stoppayment.orders.oldest.due.seconds", () -> figures.of(OLDEST_DUE))
                .register(registry);
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return job.run(() -> figures.read(this::read));
    }

    private Uni<Map<String, Long>> read() {
        Map<String, Long> read = new HashMap<>();
        LIVE.forEach(phase -> read.put(phase.name(), 0L));
        return pool.query(BY_STATE)
                .execute()
                .invoke(rows -> rows.forEach(row -> read.put(row.getString("state"), row.getLong("orders"))))
                .chain(() -> pool.preparedQuery(OLDEST_DUE).execute(Tuple.of(Columns.utc(clock.instant()))))
                .invoke(rows -> read.put(OLDEST_DUE, rows.iterator().next().getLong("seconds")))
                .replaceWith(read);
    }
}
