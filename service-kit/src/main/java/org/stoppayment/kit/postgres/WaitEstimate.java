package org.stoppayment.kit.postgres;

import java.util.concurrent.atomic.AtomicLong;

/** How long the last units of work took, as an exponential moving average, and how long a queue will take at that pace. */
final class WaitEstimate {

    /** A new measurement counts one eighth, as in TCP's round-trip estimate (RFC 6298). */
    private static final int WEIGHT = 8;

    private final int itemsAtOnce;
    private final AtomicLong averageNanos = new AtomicLong();

    /** {@code itemsAtOnce} items can be in work at the same moment. */
    WaitEstimate(int itemsAtOnce) {
        this.itemsAtOnce = itemsAtOnce;
    }

    /** A unit of work has ended after so many nanoseconds. */
    void took(long nanos) {
        averageNanos.accumulateAndGet(nanos, (average, last) -> average + (last - average) / WEIGHT);
    }

    /** Nanoseconds until all of {@code items} have been taken up; zero while nothing is known. */
    long nanosFor(int items) {
        return averageNanos.get() * items / itemsAtOnce;
    }
}
