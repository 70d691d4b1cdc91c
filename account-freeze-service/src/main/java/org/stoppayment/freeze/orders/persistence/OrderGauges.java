package org.stoppayment.freeze.orders.persistence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.kit.metrics.SampledGauges;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.kit.work.Job;
import org.stoppayment.kit.work.Jobs;

/** Gauges: live orders by state, and how long the most overdue work has been due. */
@ApplicationScoped
public class OrderGauges {

    private static final List<Phase> LIVE =
            Arrays.stream(Phase.values()).filter(Phase::isLive).toList();
    private static final SqlStatement BY_STATE = SqlStatement.load("sql/orders/count_live_orders.sql");
    private static final SqlStatement OLDEST_DUE =
            SqlStatement.load("sql/orders/find_oldest_due_work.sql", "now timestamptz");

    private static final List<String> WORK =
            List.of("orders", "claims", "follow-ups", "releases", "lapse-warnings", "alert-posts", "dissuasion-list");

    private final Pool pool;
    private final InstantSource clock;
    private final Job job;
    private final SampledGauges figures = new SampledGauges();

    OrderGauges(Pool pool, InstantSource clock, MeterRegistry registry, Jobs jobs) {
        this.pool = pool;
        this.clock = clock;
        this.job = jobs.named("order-gauges");
        LIVE.forEach(phase -> Gauge.builder("stoppayment.orders", () -> figures.of(phase.name()))
                .description("Orders that are not at their end")
                .tag("state", phase.name())
                .register(registry));
        WORK.forEach(work -> jobs.oldestDue(work, () -> figures.of(work)));
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return job.run(() -> figures.read(this::read));
    }

    private Uni<Map<String, Long>> read() {
        Instant now = clock.instant();
        Map<String, Long> read = new HashMap<>();
        LIVE.forEach(phase -> read.put(phase.name(), 0L));
        return BY_STATE.execute(pool)
                .invoke(rows -> rows.forEach(row -> read.put(row.getString("state"), row.getLong("orders"))))
                .chain(() -> OLDEST_DUE.execute(pool, now))
                .invoke(rows -> WORK.forEach(work ->
                        read.put(work, secondsSince(rows.iterator().next().getOffsetDateTime(work), now))))
                .replaceWith(read);
    }

    private static long secondsSince(@Nullable OffsetDateTime due, Instant now) {
        return due == null ? 0 : Duration.between(due.toInstant(), now).toSeconds();
    }
}
