package org.stoppayment.freeze.holds.application;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stoppayment.kernel.ids.CaseId;

/**
 * The freezes that this process is making durable, by case. The accounts of a case are frozen together, and each freeze must go out before
 * the money of its account goes on: what else is to be done for the case waits until the last one is on its way.
 */
@ApplicationScoped
class OrdersInProgress {

    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private static final class Progress {
        private int orders;
        private final List<UniEmitter<? super Void>> waiting = new ArrayList<>();
    }

    private final Map<CaseId, Progress> cases = new HashMap<>();

    /** The order of a freeze, from its request until it is on its way. */
    <T> Uni<T> during(CaseId caseId, Uni<T> order) {
        return Uni.createFrom().deferred(() -> {
            begin(caseId);
            return order.onTermination().invoke(() -> end(caseId));
        });
    }

    /** Ends when no freeze of the case is being ordered, or after a second. */
    Uni<Void> awaitNone(CaseId caseId) {
        return Uni.createFrom()
                .<Void>emitter(waiting -> await(caseId, waiting))
                .ifNoItem()
                .after(MAX_WAIT)
                .recoverWithUni(() -> Uni.createFrom().voidItem());
    }

    private synchronized void begin(CaseId caseId) {
        cases.computeIfAbsent(caseId, none -> new Progress()).orders++;
    }

    private void end(CaseId caseId) {
        takeWaiting(caseId).forEach(waiting -> waiting.complete(null));
    }

    private synchronized List<UniEmitter<? super Void>> takeWaiting(CaseId caseId) {
        Progress progress = cases.get(caseId);
        if (progress == null || --progress.orders > 0) {
            return List.of();
        }
        cases.remove(caseId);
        return progress.waiting;
    }

    private void await(CaseId caseId, UniEmitter<? super Void> caller) {
        synchronized (this) {
            Progress progress = cases.get(caseId);
            if (progress != null) {
                progress.waiting.add(caller);
                return;
            }
        }
        caller.complete(null);
    }
}
