package org.stoppayment.kit.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * A clock that is off by a known amount, put right: replicas on hosts whose clocks differ agree on due times. It tells whole
 * microseconds, as Postgres keeps them, so that a moment reads the same before and after it was stored.
 */
public final class CorrectedTime implements InstantSource {

    private final InstantSource source;
    private volatile Duration offset = Duration.ZERO;

    public CorrectedTime(InstantSource source) {
        this.source = source;
    }

    @Override
    public Instant instant() {
        return source.instant().plus(offset).truncatedTo(ChronoUnit.MICROS);
    }

    /** The time of the source, not put right. */
    public Instant uncorrected() {
        return source.instant();
    }

    /** From now on, {@code offset} is added to the time of the source. */
    public void correctBy(Duration offset) {
        this.offset = offset;
    }

    /** What is added to the time of the source. */
    public Duration offset() {
        return offset;
    }
}
