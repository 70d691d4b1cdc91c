package org.stoppayment.freeze.watch.application;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.watch.domain.ResumeToken;

/** Somebody who watches a case from outside. Told by one thread at a time. */
public interface Watcher {

    /** Why a watch is over. */
    enum End {
        /** The case is settled. */
        SETTLED,
        /** The stream is as old as one may become. */
        RENEW
    }

    /**
     * How far the watcher has come.
     *
     * @param token the state that was shown last; empty while none was
     * @param asOf moment that the state shown is no older than
     */
    record Stand(Optional<ResumeToken> token, Instant asOf) {}

    /** True when there is nobody any more. */
    boolean hasLeft();

    /** True when a message would go out now, and not wait for the reader. */
    boolean isReady();

    /** The case has changed. */
    void changed(CaseSnapshot snapshot, Stand stand);

    /** The case has not changed. */
    void unchanged(Stand stand);

    /** The watch is over, in good order. */
    void ended(End why, Stand stand);

    /** The watch is over. */
    void failed(Throwable why);
}
