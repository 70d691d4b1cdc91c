package org.stoppayment.simulator.ledger;

import java.time.Duration;
import java.time.Instant;

/** A stop of an account. It ends after one term, after two when it was extended, or when it is lifted. */
final class Stop {

    /** Length of a term (银发〔2016〕86号). */
    static final Duration TERM = Duration.ofHours(48);

    private final String applicationId;
    private final Instant stoppedAt;
    private int terms = 1;
    private boolean lifted;

    Stop(String applicationId, Instant stoppedAt) {
        this.applicationId = applicationId;
        this.stoppedAt = stoppedAt;
    }

    String applicationId() {
        return applicationId;
    }

    /** Number of its terms; they count towards the maximum of the account. */
    int terms() {
        return terms;
    }

    Instant stoppedAt() {
        return stoppedAt;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(stoppedAt.plus(TERM.multipliedBy(terms)));
    }

    boolean isLive(Instant now) {
        return !lifted && !isExpired(now);
    }

    void extend() {
        terms++;
    }

    void lift() {
        lifted = true;
    }
}
