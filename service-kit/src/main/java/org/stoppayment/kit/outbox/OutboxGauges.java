package org.stoppayment.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.stoppayment.kit.metrics.SampledGauges;
import org.stoppayment.kit.work.Job;
import org.stoppayment.kit.work.Jobs;

/** Gauges of the events that have not been accepted yet. */
@ApplicationScoped
public class OutboxGauges {

    static final String REJECTED = "rejected";
    static final String OLDEST_SECONDS = "oldest_seconds";

    private final OutboxTable table;
    private final InstantSource clock;
    private final Job job;
    private final SampledGauges figures = new SampledGauges();

    OutboxGauges(OutboxTable table, InstantSource clock, MeterRegistry registry, Jobs jobs) {
        this.table = table;
        this.clock = clock;
        this.job = jobs.named("outbox-gauges");
        Gauge.builder("stoppayment.outbox.rejected", () -> figures.of(REJECTED))
                .description("Events that the next service rejected for good: a person must look at them")
                .register(registry);
        jobs.oldestDue("outbox", () -> figures.of(OLDEST_SECONDS));
    }

    /** Updates the gauges. */
    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    public Uni<Void> measure() {
        return job.run(() -> figures.read(() -> table.figures(clock.instant())));
    }
}
