package org.stoppayment.cli.output;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Prints the current step of work that takes longer than two seconds, and repeats it; prints nothing for quick work. */
public final class DelayedProgress implements AutoCloseable {

    private static final Duration DELAY = Duration.ofSeconds(2);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "delayed-progress");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String step;

    /** Starts the timer; {@code step} is the first step, such as {@code asking for the trace}. */
    public DelayedProgress(Console console, String step) {
        this(console, step, DELAY);
    }

    DelayedProgress(Console console, String step, Duration delay) {
        this.step = step;
        timer.scheduleAtFixedRate(
                () -> console.progress(this.step + " …"), delay.toMillis(), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Replaces the current step. */
    public void nextStep(String next) {
        step = next;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
