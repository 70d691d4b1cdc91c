package org.stoppayment.kernel;

import java.time.Duration;

/**
 * How long an institution may take to answer a call. What is agreed with each stands in the registry of institutions, and nowhere
 * else; what is known here is its bound, for those who wait for the gateway while it waits for the institution.
 */
public final class AnswerTime {

    /** The longest time-out that may be agreed. Who needs longer answers 202 and calls back. */
    public static final Duration LONGEST = Duration.ofSeconds(5);

    private AnswerTime() {}
}
