package org.stoppayment.kit.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A clock that is anchored to one that all replicas share, so that they agree on due times: the time of the anchor plus the
 * elapsed nanoseconds, which steps of the host's clock do not change. It is the host's clock until it is anchored. It returns
 * whole microseconds, as Postgres stores them, so that a stored time is equal to the original.
 */
public final class CorrectedTime implements InstantSource {

    private final InstantSource host;
    private final LongSupplier nanoTime;
    private volatile Optional<Anchor> anchor = Optional.empty();

    /** The time was {@code at} when {@link #nanoTime} was {@code nanos}. */
    private record Anchor(Instant at, long nanos) {

        Instant when(long now) {
            return at.plusNanos(now - nanos);
        }
    }

    /**
     * A clock that is not anchored yet.
     *
     * @param host the host's clock, which may be wrong and may step
     * @param nanoTime monotonic nanoseconds
     */
    public CorrectedTime(InstantSource host, LongSupplier nanoTime) {
        this.host = host;
        this.nanoTime = nanoTime;
    }

    @Override
    public Instant instant() {
        return anchor.map(known -> known.when(nanoTime.getAsLong()))
                .orElseGet(host::instant)
                .truncatedTo(ChronoUnit.MICROS);
    }

    /** Monotonic nanoseconds; only differences are meaningful. */
    public long nanoTime() {
        return nanoTime.getAsLong();
    }

    /** Anchors the clock: the time was {@code at} when {@link #nanoTime} was {@code nanos}. */
    public void anchor(Instant at, long nanos) {
        anchor = Optional.of(new Anchor(at, nanos));
    }

    /** Removes the anchor: this is the host's clock again. */
    public void release() {
        anchor = Optional.empty();
    }

    /** Age of the anchor; empty when there is none. */
    public Optional<Duration> sinceAnchored() {
        return anchor.map(known -> Duration.ofNanos(nanoTime.getAsLong() - known.nanos()));
    }

    /** This clock minus the host's clock; negative when the host's clock is fast. */
    public Duration offset() {
        return Duration.between(host.instant(), instant());
    }
}
