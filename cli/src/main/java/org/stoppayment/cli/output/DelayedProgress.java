package org.stoppayment.cli.output;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says what is being done, once it takes longer than a person waits without wondering; nothing when it is quick. */
public final class DelayedProgress implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "long-work");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String step;

    /** Work that begins with that step, such as {@code asking for the trace}. */
    public DelayedProgress(Console console, String step) {
        this(console, step, PATIENCE);
    }

    DelayedProgress(Console console, String step, Duration patience) {
        this.step = step;
        timer.scheduleAtFixedRate(
                () -> console.progress(this.step + " …"),
                patience.toMillis(),
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** The next step of the work. */
    public void goesOn(String next) {
        step = next;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
