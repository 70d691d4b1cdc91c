package org.stoppayment.freeze.rules.domain;

import java.time.Duration;
import org.stoppayment.kernel.Money;

/**
 * How far money is followed. Beyond these limits no new order is made; the books go on.
 *
 * @param threshold minimum tainted money on an account for an order
 * @param maxLevels the highest level that an order is made at
 * @param maxNodes accounts that tracing may find in one case
 * @param tolerance by which a reported time and a booking's may differ
 */
public record TracingRules(Money threshold, int maxLevels, int maxNodes, Duration tolerance) {

    /** The tolerance in seconds, as statements take it. */
    public int toleranceSeconds() {
        return Math.toIntExact(tolerance.toSeconds());
    }
}
