package org.stoppayment.gateway.banks;

import java.util.Optional;
import java.util.function.LongSupplier;

/** A task that runs at the earliest of the moments that were asked for, with one timer at a time. Thread-safe. */
final class EarliestTimer {

    private record Planned(long nanos, Runnable cancel) {}

    private final CallTimer timer;
    private final LongSupplier nanoTime;
    private final Runnable task;
    private Optional<Planned> planned = Optional.empty();

    EarliestTimer(CallTimer timer, LongSupplier nanoTime, Runnable task) {
        this.timer = timer;
        this.nanoTime = nanoTime;
        this.task = task;
    }

    /** Runs the task within {@code delayNanos}. */
    synchronized void within(long delayNanos) {
        long nanos = nanoTime.getAsLong() + delayNanos;
        if (planned.isPresent() && planned.get().nanos() - nanos <= 0) {
            return;
        }
        planned.ifPresent(later -> later.cancel().run());
        planned = Optional.of(new Planned(nanos, timer.schedule(delayNanos, this::run)));
    }

    private void run() {
        synchronized (this) {
            planned = Optional.empty();
        }
        task.run();
    }
}
