package org.stoppayment.freeze.watch.application;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kit.watch.ResumeToken;
import org.stoppayment.kit.watch.StreamClient;

/** Port: a client that watches a case. */
public interface Watcher extends StreamClient {

    /** Why a watch is over. */
    enum End {
        /** The case is settled. */
        SETTLED,
        /** The stream has reached its maximum age. */
        RENEW
    }

    /**
     * What the watcher has seen.
     *
     * @param token of the last state shown; empty when none was
     * @param asOf the state shown is at least as new as this moment
     */
    record Stand(Optional<ResumeToken> token, Instant asOf) {}

    /** The case has changed. */
    void changed(CaseSnapshot snapshot, Stand stand);

    /** The case has not changed. */
    void unchanged(Stand stand);

    /** The watch has ended normally. */
    void ended(End why, Stand stand);
}
