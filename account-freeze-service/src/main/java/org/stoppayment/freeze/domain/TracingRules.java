package org.stoppayment.freeze.domain;

import java.time.Duration;
import org.stoppayment.kernel.Money;

/**
 * The rules of tracing (逐级追查) as figures.
 *
 * @param matchTolerance how far the time in an order may be from the booking's; institutions check it
 * @param taintThreshold less tainted money than this is not followed
 * @param levelLimit transfers from the victim beyond which no order is made
 * @param nodeLimit accounts in a case beyond which no order is made
 * @param dissuasionWindow who paid a stopped account within this time before the stop is likely a victim
 */
public record TracingRules(
        Duration matchTolerance, Money taintThreshold, int levelLimit, int nodeLimit, Duration dissuasionWindow) {}
