package org.stoppayment.simulator.ledger;

import java.time.Duration;
import java.time.Instant;

/** One stop on an account: it ends after one term, or two when it was extended, or when it is lifted. */
final class Stop {

    /** How long a term is (银发〔2016〕86号). */
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

    /** Terms that it has, each of which counts against the account's two. */
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
