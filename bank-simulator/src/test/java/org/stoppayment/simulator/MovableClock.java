package org.stoppayment.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.stoppayment.kernel.SystemTime;

/** The host's clock plus an offset. */
final class MovableClock implements InstantSource {

    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return SystemTime.SOURCE.instant().plus(offset.get());
    }

    void advance(Duration by) {
        offset.updateAndGet(by::plus);
    }

    void reset() {
        offset.set(Duration.ZERO);
    }
}
