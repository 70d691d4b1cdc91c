package org.stoppayment.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.stoppayment.kernel.SystemTime;

/** The host's clock, moved by as much as a test says. */
final class MovableClock implements InstantSource {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return SystemTime.SOURCE.instant().plus(ahead.get());
    }

    void jump(Duration by) {
        ahead.updateAndGet(by::plus);
    }

    void back() {
        ahead.set(Duration.ZERO);
    }
}
