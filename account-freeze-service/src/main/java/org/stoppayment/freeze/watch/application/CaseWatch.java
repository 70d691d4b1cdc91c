package org.stoppayment.freeze.watch.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.watch.application.Watcher.End;
import org.stoppayment.freeze.watch.application.Watcher.Stand;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.watch.ResumeToken;
import org.stoppayment.kit.watch.Watch;
import org.stoppayment.kit.watch.WatchLimits;

/** One watch of one case. A slow client gets the present state. */
final class CaseWatch extends Watch<CaseSnapshot> {

    private final CaseId caseId;
    private final boolean untilSettled;
    private final Watcher watcher;
    private final Duration arrival;
    private Optional<ResumeToken> shown;

    /**
     * @param shown state that the watcher has seen; empty when it has seen none
     * @param untilSettled true when the watch ends once the case is settled
     * @param arrival how long the case may take to arrive
     */
    CaseWatch(
            CaseId caseId,
            Optional<ResumeToken> shown,
            boolean untilSettled,
            Watcher watcher,
            WatchLimits limits,
            Duration arrival,
            Instant openedAt) {
        super(watcher, limits, openedAt);
        this.caseId = caseId;
        this.shown = shown;
        this.untilSettled = untilSettled;
        this.watcher = watcher;
        this.arrival = arrival;
    }

    CaseId caseId() {
        return caseId;
    }

    /** True when the watcher is ready and has not seen this state. */
    boolean wants(CaseOverview overview) {
        return overview.known() && !hasSeen(overview) && watcher.isReady();
    }

    private boolean hasSeen(CaseOverview overview) {
        return shown.equals(Optional.of(overview.token()));
    }

    @Override
    public boolean tell(CaseSnapshot found, Instant asOf) {
        if (!found.overview().known()) {
            return awaitArrival(asOf);
        }
        boolean ready = watcher.isReady();
        if (ready && !hasSeen(found.overview()) && found.isWhole()) {
            shown = Optional.of(found.overview().token());
            sent(asOf);
            watcher.changed(found, stand(asOf));
        }
        if (untilSettled && hasSeen(found.overview()) && found.isSettled()) {
            return end(End.SETTLED, asOf);
        }
        if (isTooOld(asOf)) {
            return end(End.RENEW, asOf);
        }
        if (ready && hasSeen(found.overview()) && isHeartbeatDue(asOf)) {
            sent(asOf);
            watcher.unchanged(stand(asOf));
        }
        return true;
    }

    /** A case that was just reported may not have arrived here yet. */
    private boolean awaitArrival(Instant asOf) {
        if (isOpenFor(arrival, asOf)) {
            watcher.failed(new ServiceException.NotFound("caseId", caseId.toString()));
            return false;
        }
        return true;
    }

    private boolean end(End why, Instant asOf) {
        watcher.ended(why, stand(asOf));
        return false;
    }

    private Stand stand(Instant asOf) {
        return new Stand(shown, asOf);
    }
}
