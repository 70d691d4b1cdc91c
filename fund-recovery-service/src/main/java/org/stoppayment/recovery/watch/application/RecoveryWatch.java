package org.stoppayment.recovery.watch.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.watch.ResumeToken;
import org.stoppayment.kit.watch.Watch;
import org.stoppayment.kit.watch.WatchLimits;
import org.stoppayment.recovery.watch.application.RecoveryOverviews.Overview;
import org.stoppayment.recovery.watch.application.RecoveryWatcher.Stand;

/** One watch of one case. A slow client gets the present state. */
final class RecoveryWatch extends Watch<RecoveryWatch.Found> {

    /**
     * What a look finds.
     *
     * @param overview the state in short
     * @param snapshot the state; empty when no watcher needs it
     */
    record Found(Overview overview, Optional<RecoverySnapshot> snapshot) {}

    private final CaseId caseId;
    private final RecoveryWatcher watcher;
    private final Duration arrival;
    private Optional<ResumeToken> shown;

    /**
     * @param shown state that the watcher has seen; empty when it has seen none
     * @param arrival how long it may take until something is told of the case
     */
    RecoveryWatch(
            CaseId caseId,
            Optional<ResumeToken> shown,
            RecoveryWatcher watcher,
            WatchLimits limits,
            Duration arrival,
            Instant openedAt) {
        super(watcher, limits, openedAt);
        this.caseId = caseId;
        this.shown = shown;
        this.watcher = watcher;
        this.arrival = arrival;
    }

    CaseId caseId() {
        return caseId;
    }

    /** True when the watcher is ready and has not seen this state. */
    boolean wants(Overview overview) {
        return overview.isKnown() && !hasSeen(overview) && watcher.isReady();
    }

    @Override
    public boolean tell(Found found, Instant asOf) {
        if (!found.overview().isKnown()) {
            return awaitArrival(asOf);
        }
        boolean isReady = watcher.isReady();
        if (isReady && !hasSeen(found.overview()) && found.snapshot().isPresent()) {
            shown = Optional.of(found.overview().token());
            sent(asOf);
            watcher.changed(found.snapshot().get(), stand(asOf));
        }
        if (isTooOld(asOf)) {
            watcher.ended(stand(asOf));
            return false;
        }
        if (isReady && hasSeen(found.overview()) && isHeartbeatDue(asOf)) {
            sent(asOf);
            watcher.unchanged(stand(asOf));
        }
        return true;
    }

    private boolean hasSeen(Overview overview) {
        return shown.equals(Optional.of(overview.token()));
    }

    private boolean awaitArrival(Instant asOf) {
        if (isOpenFor(arrival, asOf)) {
            watcher.failed(new ServiceException.NotFound("caseId", caseId.toString()));
            return false;
        }
        return true;
    }

    private Stand stand(Instant asOf) {
        return new Stand(shown, asOf);
    }
}
