package org.stoppayment.simulator.ledger;

import java.time.Instant;
import java.util.Optional;

/** A freeze of an account, in effect or waiting. It ends at its term or when it is lifted. Guarded by the ledger's lock. */
final class Freeze {

    private final String applicationId;
    private final Optional<Stop> stop;
    private Instant expiresAt;
    private boolean lifted;
    private Optional<Instant> frozenAt = Optional.empty();

    /** A freeze that takes over from {@code stop} when it takes effect. */
    Freeze(String applicationId, Instant expiresAt, Optional<Stop> stop) {
        this.applicationId = applicationId;
        this.expiresAt = expiresAt;
        this.stop = stop;
    }

    String applicationId() {
        return applicationId;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    boolean isLive(Instant now) {
        return !lifted && !isExpired(now);
    }

    boolean endsBefore(Instant moment) {
        return expiresAt.isBefore(moment);
    }

    void renew(Instant end) {
        expiresAt = end;
    }

    void lift() {
        lifted = true;
    }

    /**
     * It takes effect, unless it did so before. Its stop ends then.
     *
     * @param at the moment to report
     */
    void takeEffect(Instant at, Instant now) {
        if (frozenAt.isEmpty()) {
            frozenAt = Optional.of(at);
            stop.filter(live -> live.isLive(now)).ifPresent(Stop::freeze);
        }
    }

    /** When it took effect; empty while it waits. */
    Optional<Instant> frozenAt() {
        return frozenAt;
    }
}
