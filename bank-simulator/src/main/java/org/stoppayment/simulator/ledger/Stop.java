package org.stoppayment.simulator.ledger;

import java.time.Duration;
import java.time.Instant;

/** A stop of an account. It ends after one term, after two when it was extended, when it is lifted, or when a freeze takes over. */
final class Stop {

    /** Length of a term (银发〔2016〕86号). */
    static final Duration TERM = Duration.ofHours(48);

    private final String applicationId;
    private final String caseId;
    private final Instant stoppedAt;
    private int terms = 1;
    private boolean lifted;
    private boolean frozen;

    Stop(String applicationId, String caseId, Instant stoppedAt) {
        this.applicationId = applicationId;
        this.caseId = caseId;
        this.stoppedAt = stoppedAt;
    }

    String applicationId() {
        return applicationId;
    }

    String caseId() {
        return caseId;
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

    /** True when it ended otherwise than by a lift: its term is over, or a freeze took over. */
    boolean hasEnded(Instant now) {
        return frozen || isExpired(now);
    }

    boolean isLive(Instant now) {
        return !lifted && !frozen && !isExpired(now);
    }

    void extend() {
        terms++;
    }

    /** A freeze takes over. */
    void freeze() {
        frozen = true;
    }

    void lift() {
        lifted = true;
    }
}
