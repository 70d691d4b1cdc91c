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
 * Asks the database for its time, and anchors ours to it. The database read its clock some time before its answer was here, so
 * what it said is taken for the moment of the answer: ours is late by at most that round trip and never ahead, for nothing may
 * end before its time. (Between two samples the two clocks run at their own rates: some milliseconds apart at most.)
 */
@ApplicationScoped
public class DatabaseOffset {

    private static final Logger LOG = Logger.getLogger(DatabaseOffset.class);
    private static final Duration STARTUP_PATIENCE = Duration.ofSeconds(10);
    private static final Duration WORTH_A_WARNING = Duration.ofSeconds(2);

    /** A sample that took longer makes us late by more than it is worth. */
    static final Duration LONGEST_ROUND_TRIP = Duration.ofMillis(500);

    /** Without a good sample for longer, people are told. */
    static final Duration LONGEST_WITHOUT = Duration.ofMinutes(5);

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
        measure().await().atMost(STARTUP_PATIENCE);
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> everyHalfMinute() {
        return job.run(this::measure);
    }

    /**
     * Measures now, on a connection that is open already: to open one would count as a part of the round trip. Fails when the
     * database cannot be asked, and when no answer has been quick enough for long.
     */
    public Uni<Void> measure() {
        return pool.withConnection(connection -> {
                    long asked = time.nanoTime();
                    return connection
                            .query("SELECT clock_timestamp()")
                            .execute()
                            .invoke(rows -> weigh(
                                    rows.iterator().next().getOffsetDateTime(0).toInstant(), asked, time.nanoTime()));
                })
                .replaceWithVoid();
    }

    /** A slow sample is better than the host's clock, which may be ahead, and worse than an anchor that there is. */
    private void weigh(Instant database, long asked, long answered) {
        Duration roundTrip = Duration.ofNanos(answered - asked);
        Optional<Duration> age = time.sinceAnchored();
        if (roundTrip.compareTo(LONGEST_ROUND_TRIP) <= 0) {
            time.anchor(database, answered);
            warnOnce(time.offset());
        } else if (age.isEmpty()) {
            time.anchor(database, answered);
        } else if (age.get().compareTo(LONGEST_WITHOUT) > 0) {
            throw new ServiceException.Unavailable(
                    "the database told its time in " + roundTrip + " (expected: at most " + LONGEST_ROUND_TRIP
                            + "); what we go by is " + age.get() + " old",
                    new TimeoutException());
        }
    }

    private void warnOnce(Duration offset) {
        boolean isOff = offset.abs().compareTo(WORTH_A_WARNING) > 0;
        boolean wasOff = off.getAndSet(isOff);
        if (isOff && !wasOff) {
            LOG.warnf("This host's clock is %s off the database's; it is corrected here, but mend it", offset);
        }
    }
}
