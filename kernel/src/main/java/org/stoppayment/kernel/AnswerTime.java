package org.stoppayment.kernel;

import java.time.Duration;

/**
 * Limit of the time that an institution may take to answer a call. The registry of institutions has the agreed time of each
 * institution; callers of the gateway use this limit, because the gateway waits for the institution.
 */
public final class AnswerTime {

    /** Maximum agreed time-out. An institution that needs longer answers 202 and calls back. */
    public static final Duration LONGEST = Duration.ofSeconds(5);

    private AnswerTime() {}
}
