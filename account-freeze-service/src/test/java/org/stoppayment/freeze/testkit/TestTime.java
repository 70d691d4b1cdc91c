package org.stoppayment.freeze.testkit;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kit.time.CorrectedTime;

/** The service's clock, which tests make jump and stand still. */
@Singleton
public class TestTime implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;
    private volatile Instant standing;
    private final CorrectedTime corrected = new CorrectedTime(this, SystemTime.SOURCE::nanoTime);

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    CorrectedTime correctedTime() {
        return corrected;
    }

    @Override
    public Instant instant() {
        Instant still = standing;
        return still != null ? still : running();
    }

    public void jump(Duration by) {
        if (standing != null) {
            standing = standing.plus(by);
        }
        ahead = ahead.plus(by);
    }

    /** Stands still at {@code instant}, until it jumps or is reset. */
    public void standAt(Instant instant) {
        ahead = ahead.plus(Duration.between(running(), instant));
        standing = instant;
    }

    /** Stands still now. */
    public Instant stand() {
        standAt(instant().truncatedTo(ChronoUnit.MICROS));
        return standing;
    }

    void reset() {
        corrected.release(); // it was anchored at startup: here it is to jump, and to the very moment
        standing = null;
        ahead = Duration.ZERO;
    }

    private Instant running() {
        return SystemTime.SOURCE.instant().plus(ahead);
    }
}
