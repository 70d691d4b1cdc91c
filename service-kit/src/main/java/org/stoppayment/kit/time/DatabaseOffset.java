package org.stoppayment.kit.time;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jboss.logging.Logger;
import org.stoppayment.kit.work.Job;
import org.stoppayment.kit.work.Jobs;

/** Measures how far the host's clock is off the database's, half a round trip allowed for, and puts it right. */
@ApplicationScoped
public class DatabaseOffset {

    private static final Logger LOG = Logger.getLogger(DatabaseOffset.class);
    private static final Duration STARTUP_PATIENCE = Duration.ofSeconds(10);
    private static final Duration WORTH_A_WARNING = Duration.ofSeconds(2);

    private final CorrectedTime time;
    private final Pool pool;
    private final Job job;

    public DatabaseOffset(CorrectedTime time, Pool pool, Jobs jobs) {
        this.time = time;
        this.pool = pool;
        this.job = jobs.named("clock-offset");
    }

    void atStartup(@Observes StartupEvent event) {
        measure().await().atMost(STARTUP_PATIENCE);
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> everyHalfMinute() {
        return job.run(this::measure);
    }

    /** Measures now. On a connection that is open already: what it takes to open one would count as half an offset. */
    public Uni<Void> measure() {
        return pool.withConnection(connection -> {
                    Instant before = time.uncorrected();
                    return connection
                            .query("SELECT clock_timestamp()")
                            .execute()
                            .invoke(rows ->
                                    correct(before, rows.iterator().next().getOffsetDateTime(0), time.uncorrected()));
                })
                .replaceWithVoid();
    }

    private void correct(Instant before, OffsetDateTime database, Instant after) {
        Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
        Duration offset = Duration.between(middle, database.toInstant());
        if (offset.abs().compareTo(WORTH_A_WARNING) > 0 && time.offset().isZero()) {
            LOG.warnf("This host's clock is %s off the database's; it is corrected here, but mend it", offset);
        }
        time.correctBy(offset);
    }
}
