package org.stoppayment.kit.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The time of a clock that all replicas share, so that they agree on due times: what that clock said once, and what has passed
 * since by a count that no step of the host's clock moves. Until it is anchored it is the host's clock. It tells whole
 * microseconds, as Postgres keeps them, so that a moment reads the same before and after it was stored.
 */
public final class CorrectedTime implements InstantSource {

    private final InstantSource host;
    private final LongSupplier nanoTime;
    private volatile Optional<Anchor> anchor = Optional.empty();

    /** When the count stood at {@code nanos}, it was {@code at}. */
    private record Anchor(Instant at, long nanos) {

        Instant when(long now) {
            return at.plusNanos(now - nanos);
        }
    }

    /**
     * Not anchored yet.
     *
     * @param host the host's clock, which may be wrong and may step
     * @param nanoTime nanoseconds since some moment, which only ever run on
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

    /** The count that is the measure of what has passed; only differences mean anything. */
    public long nanoTime() {
        return nanoTime.getAsLong();
    }

    /** From now on it is reckoned from {@code at}, which it was when {@link #nanoTime} was {@code nanos}. */
    public void anchor(Instant at, long nanos) {
        anchor = Optional.of(new Anchor(at, nanos));
    }

    /** From now on it is the host's clock again. */
    public void release() {
        anchor = Optional.empty();
    }

    /** How long ago it was that it was anchored; empty while it is the host's clock. */
    public Optional<Duration> sinceAnchored() {
        return anchor.map(known -> Duration.ofNanos(nanoTime.getAsLong() - known.nanos()));
    }

    /** How far it is ahead of the host's clock; negative when the host's clock is fast. */
    public Duration offset() {
        return Duration.between(host.instant(), instant());
    }
}
