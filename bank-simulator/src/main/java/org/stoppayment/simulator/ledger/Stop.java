package org.stoppayment.simulator.ledger;

import java.time.Duration;
import java.time.Instant;

/** One stop on an account: it ends after 48 hours or when it is lifted. */
final class Stop {

    /** How long a stop stands (银发〔2016〕86号). */
    static final Duration TERM = Duration.ofHours(48);

    private final String applicationId;
    private final Instant stoppedAt;
    private boolean lifted;

    Stop(String applicationId, Instant stoppedAt) {
        this.applicationId = applicationId;
        this.stoppedAt = stoppedAt;
    }

    String applicationId() {
        return applicationId;
    }

    Instant stoppedAt() {
        return stoppedAt;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(stoppedAt.plus(TERM));
    }

    boolean isLive(Instant now) {
        return !lifted && !isExpired(now);
    }

    void lift() {
        lifted = true;
    }
}
