package org.stoppayment.recovery.watch.application;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kit.watch.ResumeToken;
import org.stoppayment.kit.watch.StreamClient;

/** Port: a client that watches the return of money to the victim of a case. */
public interface RecoveryWatcher extends StreamClient {

    /**
     * What the client has seen.
     *
     * @param token of the last state shown; empty when none was
     * @param asOf the state shown is at least as new as this moment
     */
    record Stand(Optional<ResumeToken> token, Instant asOf) {}

    /** The state has changed. */
    void changed(RecoverySnapshot snapshot, Stand stand);

    /** The state has not changed. */
    void unchanged(Stand stand);

    /** The stream has reached its maximum age. */
    void ended(Stand stand);
}
