package org.stoppayment.gateway.banks;

/**
 * Spaces calls evenly, so that no second, whenever it begins, has more of them than agreed. The generic cell rate algorithm: a call
 * that goes late lets the next ones follow sooner, by {@link #TOLERANCE_NANOS} at most. Times are of {@code System.nanoTime}. Not
 * thread-safe.
 */
final class CallPace {

    private static final long SECOND_NANOS = 1_000_000_000;

    /** Timers fire some milliseconds late; what that costs is made up for. */
    private static final long TOLERANCE_NANOS = 20_000_000;

    private final long intervalNanos;
    private long nextNanos;

    /** A pace of {@code callsPerSecond}, without a call yet. */
    CallPace(int callsPerSecond, long nowNanos) {
        // n calls take (n - 1) intervals less the tolerance: with n > callsPerSecond that is a second or more.
        this.intervalNanos = (SECOND_NANOS + TOLERANCE_NANOS + callsPerSecond - 1) / callsPerSecond;
        this.nextNanos = nowNanos;
    }

    /** Nanoseconds until the next call may go; 0 when it may go now. */
    long waitNanos(long nowNanos) {
        return Math.max(0, nextNanos - TOLERANCE_NANOS - nowNanos);
    }

    /** Counts a call that goes now. */
    void count(long nowNanos) {
        nextNanos = nowNanos + Math.max(0, nextNanos - nowNanos) + intervalNanos;
    }
}
