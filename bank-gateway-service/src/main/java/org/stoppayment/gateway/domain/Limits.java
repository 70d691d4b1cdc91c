package org.stoppayment.gateway.domain;

import java.time.Duration;

/**
 * What was agreed with an institution.
 *
 * @param timeout longest that a call may take, waiting for its turn included; {@link org.stoppayment.kernel.AnswerTime#LONGEST} at most
 * @param concurrency most calls at once
 * @param queue most calls that wait for their turn
 * @param callsPerSecond most calls in a second
 */
public record Limits(Duration timeout, int concurrency, int queue, int callsPerSecond) {

    /** For institutions with which nothing else was agreed. */
    public static final Limits DEFAULTS = new Limits(Duration.ofSeconds(2), 64, 1024, 500);
}
