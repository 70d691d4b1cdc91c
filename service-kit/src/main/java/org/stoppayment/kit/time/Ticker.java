package org.stoppayment.kit.time;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.stoppayment.kit.work.Job;

/**
 * Runs a job periodically, also more often than once a second, which is the scheduler's shortest period. A run that takes longer
 * than the period delays the next one; a failed run does not stop the ticker.
 */
public final class Ticker implements AutoCloseable {

    private final Vertx vertx;
    private final Job job;
    private final Supplier<Uni<Void>> work;
    private final AtomicBoolean running = new AtomicBoolean();
    private final long timer;

    /** Runs every {@code period}, for the first time after one period. */
    public Ticker(Vertx vertx, Duration period, Job job, Supplier<Uni<Void>> work) {
        this.vertx = vertx;
        this.job = job;
        this.work = work;
        this.timer = vertx.setPeriodic(period.toMillis(), tick -> tick());
    }

    private void tick() {
        if (running.compareAndSet(false, true)) {
            job.run(work)
                    .onTermination()
                    .invoke(() -> running.set(false))
                    .subscribe()
                    .with(done -> {});
        }
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }
}
