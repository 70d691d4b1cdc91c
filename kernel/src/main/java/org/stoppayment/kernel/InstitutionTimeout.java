package org.stoppayment.kernel;

import java.time.Duration;

/**
 * The limit of the time-outs of calls to institutions. The registry has the time-out of each institution; callers of the gateway
 * use this limit, because the gateway waits for the institution.
 */
public final class InstitutionTimeout {

    /** Maximum time-out. An institution that needs longer answers 202 and calls back. */
    public static final Duration MAX = Duration.ofSeconds(5);

    private InstitutionTimeout() {}
}
