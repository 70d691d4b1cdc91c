package org.stoppayment.recovery.reconciliation.persistence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.stoppayment.kit.metrics.SampledGauges;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.kit.work.Job;
import org.stoppayment.kit.work.Jobs;
import org.stoppayment.recovery.reconciliation.domain.LedgerDifference;

/** Gauges of the differences that count and are there. */
@ApplicationScoped
class DifferenceGauges {

    private static final SqlStatement COUNT = SqlStatement.load("sql/reconciliation/count_differences.sql");

    private final Pool pool;
    private final Job job;
    private final SampledGauges figures = new SampledGauges();

    DifferenceGauges(Pool pool, MeterRegistry registry, Jobs jobs) {
        this.pool = pool;
        this.job = jobs.named("difference-gauges");
        for (LedgerDifference.Kind kind : LedgerDifference.Kind.values()) {
            Gauge.builder("recovery.ledger.differences", () -> figures.of(kind.name()))
                    .description("Differences between the books and what institutions told: a person must look at them")
                    .tag("kind", kind.name())
                    .register(registry);
        }
    }

    /** Updates the gauges. */
    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return job.run(() -> figures.read(this::read));
    }

    private Uni<Map<String, Long>> read() {
        Map<String, Long> read = new HashMap<>();
        for (LedgerDifference.Kind kind : LedgerDifference.Kind.values()) {
            read.put(kind.name(), 0L);
        }
        return COUNT.execute(pool)
                .invoke(rows -> rows.forEach(row -> read.put(row.getString("kind"), row.getLong("differences"))))
                .replaceWith(read);
    }
}
