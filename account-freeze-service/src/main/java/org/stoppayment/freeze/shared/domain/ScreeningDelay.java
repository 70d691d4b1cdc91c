package org.stoppayment.freeze.shared.domain;

import java.time.Duration;

/** When the inflows of a stopped account are screened for likely victims. */
public final class ScreeningDelay {

    /**
     * How long after an inflow, a transfer into an account with inflows or a stop of one became known. Transactions that may not have
     * seen it have ended by then, and screening stays out of the hot path.
     */
    public static final Duration VALUE = Duration.ofSeconds(5);

    private ScreeningDelay() {}
}
