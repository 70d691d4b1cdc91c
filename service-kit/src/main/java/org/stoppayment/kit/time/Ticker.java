package org.stoppayment.kit.time;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.stoppayment.kit.work.Job;

/**
 * Does a job again and again, several times a second where need be (the scheduler's shortest period is a second). A look
 * that takes longer than the period delays the next one; one that fails is followed by the next.
 */
public final class Ticker implements AutoCloseable {

    private final Vertx vertx;
    private final Job job;
    private final Supplier<Uni<Void>> look;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final long timer;

    /** Looks every {@code period}, for the first time after one. */
    public Ticker(Vertx vertx, Duration period, Job job, Supplier<Uni<Void>> look) {
        this.vertx = vertx;
        this.job = job;
        this.look = look;
        this.timer = vertx.setPeriodic(period.toMillis(), tick -> tick());
    }

    private void tick() {
        if (looking.compareAndSet(false, true)) {
            job.run(look)
                    .onTermination()
                    .invoke(() -> looking.set(false))
                    .subscribe()
                    .with(done -> {});
        }
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }
}
