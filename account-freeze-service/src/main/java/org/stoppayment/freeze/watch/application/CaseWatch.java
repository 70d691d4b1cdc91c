package org.stoppayment.freeze.watch.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.watch.application.Watcher.End;
import org.stoppayment.freeze.watch.application.Watcher.Stand;
import org.stoppayment.freeze.watch.domain.CaseOverview;
import org.stoppayment.freeze.watch.domain.ResumeToken;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.ServiceException;

/**
 * One watch of one case. Nothing is queued for a slow watcher: it gets the present state once it has read what it was sent.
 */
final class CaseWatch {

    private final CaseId caseId;
    private final boolean untilSettled;
    private final Watcher watcher;
    private final WatchConfig config;
    private final Instant openedAt;
    private Optional<ResumeToken> shown;
    private @Nullable Instant lastSentAt;

    CaseWatch(
            CaseId caseId,
            Optional<ResumeToken> shown,
            boolean untilSettled,
            Watcher watcher,
            WatchConfig config,
            Instant openedAt) {
        this.caseId = caseId;
        this.shown = shown;
        this.untilSettled = untilSettled;
        this.watcher = watcher;
        this.config = config;
        this.openedAt = openedAt;
    }

    CaseId caseId() {
        return caseId;
    }

    /** True when the watcher has left. */
    boolean isAbandoned() {
        return watcher.hasLeft();
    }

    /** True when the watcher is ready and has not seen this state. */
    boolean wants(CaseOverview overview) {
        return overview.known() && !hasSeen(overview) && watcher.isReady();
    }

    private boolean hasSeen(CaseOverview overview) {
        return shown.equals(Optional.of(overview.token()));
    }

    /** Sends the watcher what a look at {@code asOf} found; false when the watch is over. */
    boolean tell(CaseSnapshot found, Instant asOf) {
        if (!found.overview().known()) {
            return awaitArrival(asOf);
        }
        boolean ready = watcher.isReady();
        if (ready && !hasSeen(found.overview()) && found.isWhole()) {
            shown = Optional.of(found.overview().token());
            lastSentAt = asOf;
            watcher.changed(found, stand(asOf));
        }
        if (untilSettled && hasSeen(found.overview()) && found.isSettled()) {
            return end(End.SETTLED, asOf);
        }
        if (isOver(openedAt, config.longest(), asOf)) {
            return end(End.RENEW, asOf);
        }
        if (ready
                && hasSeen(found.overview())
                && (lastSentAt == null || isOver(lastSentAt, config.heartbeat(), asOf))) {
            lastSentAt = asOf;
            watcher.unchanged(stand(asOf));
        }
        return true;
    }

    /** A case that was just reported may not have arrived here yet. */
    private boolean awaitArrival(Instant asOf) {
        if (isOver(openedAt, config.arrival(), asOf)) {
            watcher.failed(new ServiceException.NotFound("caseId", caseId.toString()));
            return false;
        }
        return true;
    }

    private boolean end(End why, Instant asOf) {
        watcher.ended(why, stand(asOf));
        return false;
    }

    void fail(Throwable why) {
        watcher.failed(why);
    }

    private Stand stand(Instant asOf) {
        return new Stand(shown, asOf);
    }

    private static boolean isOver(Instant since, Duration time, Instant now) {
        return !now.isBefore(since.plus(time));
    }
}
