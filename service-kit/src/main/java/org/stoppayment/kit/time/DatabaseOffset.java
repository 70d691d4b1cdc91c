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
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.work.Job;
import org.stoppayment.kit.work.Jobs;

/**
 * Reads the database's clock and anchors ours to it. The database's time is taken as the time at which the answer arrived, so our
 * clock is late by at most the round trip and never ahead: nothing may end early. (Between two samples the clocks drift apart by
 * some milliseconds at most.)
 */
@ApplicationScoped
public class DatabaseOffset {

    private static final Logger LOG = Logger.getLogger(DatabaseOffset.class);
    private static final Duration STARTUP_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration WARNING_THRESHOLD = Duration.ofSeconds(2);

    /** A slower sample would make our clock too late. */
    static final Duration MAX_ROUND_TRIP = Duration.ofMillis(500);

    /** Without a good sample for longer, the job fails. */
    static final Duration MAX_ANCHOR_AGE = Duration.ofMinutes(5);

    private final CorrectedTime time;
    private final Pool pool;
    private final Job job;
    private final AtomicBoolean off = new AtomicBoolean();

    public DatabaseOffset(CorrectedTime time, Pool pool, Jobs jobs) {
        this.time = time;
        this.pool = pool;
        this.job = jobs.named("clock-offset");
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
     * unavailable, and when all samples have been too slow for longer than {@link #MAX_ANCHOR_AGE}.
     */
    public Uni<Void> measure() {
        return pool.withConnection(connection -> {
                    long asked = time.nanoTime();
                    return connection
                            .query("SELECT clock_timestamp()")
                            .execute()
                            .invoke(rows -> applySample(
                                    rows.iterator().next().getOffsetDateTime(0).toInstant(), asked, time.nanoTime()));
                })
                .replaceWithVoid();
    }

    /** A slow sample is better than the host's clock, which may be ahead, but worse than an existing anchor. */
    private void applySample(Instant database, long asked, long answered) {
        Duration roundTrip = Duration.ofNanos(answered - asked);
        Optional<Duration> age = time.sinceAnchored();
        if (roundTrip.compareTo(MAX_ROUND_TRIP) <= 0) {
            time.anchor(database, answered);
            warnOnce(time.offset());
        } else if (age.isEmpty()) {
            time.anchor(database, answered);
        } else if (age.get().compareTo(MAX_ANCHOR_AGE) > 0) {
            throw new ServiceException.Unavailable(
                    "round trip to the database's clock: " + roundTrip + " (expected: at most " + MAX_ROUND_TRIP
                            + "); the last good sample is " + age.get() + " old",
                    new TimeoutException());
        }
    }

    private void warnOnce(Duration offset) {
        boolean isOff = offset.abs().compareTo(WARNING_THRESHOLD) > 0;
        boolean wasOff = off.getAndSet(isOff);
        if (isOff && !wasOff) {
            LOG.warnf(
                    "This host's clock is %s off the database's; the service corrects it, but set the host's clock right",
                    offset);
        }
    }
}
