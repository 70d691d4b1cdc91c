package org.stoppayment.kit.time;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.stoppayment.kit.work.Job;
import org.stoppayment.kit.work.Jobs;

/** Reads the database's clock and anchors ours to it, see {@link ClockAnchor}. */
@ApplicationScoped
public class DatabaseOffset {

    private static final Duration STARTUP_TIMEOUT = Duration.ofSeconds(10);

    private final CorrectedTime time;
    private final Pool pool;
    private final Job job;
    private final ClockAnchor anchor;

    public DatabaseOffset(CorrectedTime time, Pool pool, Jobs jobs) {
        this.time = time;
        this.pool = pool;
        this.job = jobs.named("clock-offset");
        this.anchor = new ClockAnchor(time, "the database's");
    }

    void atStartup(@Observes StartupEvent event) {
        measure().await().atMost(STARTUP_TIMEOUT);
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> everyHalfMinute() {
        return job.run(this::measure);
    }

    /**
     * Takes a sample on an open connection, so that connecting is not part of the round trip. Fails when the database is
     * unavailable, and when all samples have been too slow for longer than {@link ClockAnchor#MAX_AGE}.
     */
    public Uni<Void> measure() {
        return pool.withConnection(connection -> {
                    long asked = time.nanoTime();
                    return connection
                            .query("SELECT clock_timestamp()")
                            .execute()
                            .invoke(rows -> anchor.apply(
                                    rows.iterator().next().getOffsetDateTime(0).toInstant(), asked, time.nanoTime()));
                })
                .replaceWithVoid();
    }
}
