package org.stoppayment.gateway.banks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes when a test says so; timers fire at their moment. */
final class ManualTime {

    private record Timer(long nanos, Runnable task) {}

    private final List<Timer> timers = new ArrayList<>();
    private long now;

    long nanoTime() {
        return now;
    }

    Runnable schedule(long delayNanos, Runnable task) {
        Timer timer = new Timer(now + delayNanos, task);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    /** Lets time pass; what is scheduled for then runs. */
    void pass(Duration duration) {
        long end = now + duration.toNanos();
        for (Timer next = nextBy(end); next != null; next = nextBy(end)) {
            timers.remove(next);
            now = Math.max(now, next.nanos());
            next.task().run();
        }
        now = end;
    }

    /** Moves the clock only, as if all timers were late. */
    void forward(Duration duration) {
        now += duration.toNanos();
    }

    private Timer nextBy(long end) {
        return timers.stream()
                .filter(timer -> timer.nanos() <= end)
                .min(Comparator.comparingLong(Timer::nanos))
                .orElse(null);
    }
}
