package org.stoppayment.recovery.watch.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.watch.ResumeToken;
import org.stoppayment.kit.watch.WatchLimits;
import org.stoppayment.kit.watch.Watches;
import org.stoppayment.recovery.watch.application.RecoveryOverviews.Overview;
import org.stoppayment.recovery.watch.application.RecoveryWatch.Found;

/**
 * Shows officers what victims may get back. Changes are read from the database, so it does not matter which replica makes or shows them. A
 * look runs one statement for all watched cases, and reads a case once for all its watchers when it has changed. If nobody watches it reads
 * nothing.
 */
@ApplicationScoped
public class WatchingRecovery {

    private final RecoveryOverviews overviews;
    private final ReadingRecovery reading;
    private final RecoveryWatchConfig config;
    private final InstantSource clock;
    private final WatchLimits limits;
    private final Watches<RecoveryWatch, Found> watches;

    WatchingRecovery(
            RecoveryOverviews overviews, ReadingRecovery reading, RecoveryWatchConfig config, InstantSource clock) {
        this.overviews = overviews;
        this.reading = reading;
        this.config = config;
        this.clock = clock;
        this.limits = new WatchLimits(config.maxStreams(), config.heartbeat(), config.longest());
        this.watches = new Watches<>(limits, "ListRefundPlans");
    }

    /**
     * Informs {@code watcher} of the case from the next look on. Fails with {@link ServiceException.InvalidInput}, or
     * {@link ServiceException.Overloaded} when the number of streams is at its maximum.
     *
     * @param resumeToken of the state that the watcher has seen; empty when it has seen none
     * @return must be run when the watcher leaves
     */
    public Runnable watch(String caseId, String resumeToken, RecoveryWatcher watcher) {
        return watches.add(new RecoveryWatch(
                new CaseId(Ids.parseField("caseId", caseId)),
                ResumeToken.parseField("resumeToken", resumeToken),
                watcher,
                limits,
                config.arrival(),
                clock.instant()));
    }

    /** Looks at all watched cases and informs the watchers; those whose case cannot be read fail. */
    public Uni<Void> look() {
        List<RecoveryWatch> watching = watches.present();
        if (watching.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant asOf = clock.instant();
        Set<CaseId> cases = watching.stream().map(RecoveryWatch::caseId).collect(Collectors.toSet());
        return watches.readFor(watching, overviews.of(cases, asOf).chain(found -> read(watching, found)))
                .invoke(found -> watching.stream()
                        .filter(watch -> found.containsKey(watch.caseId()))
                        .forEach(watch -> watches.tell(watch, Objects.requireNonNull(found.get(watch.caseId())), asOf)))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Map<CaseId, Found>> read(List<RecoveryWatch> watching, Map<CaseId, Overview> overviews) {
        Map<CaseId, Found> found = new HashMap<>();
        return Multi.createFrom()
                .iterable(overviews.entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> read(entry.getKey(), entry.getValue(), watching)
                        .invoke(snapshot -> found.put(entry.getKey(), new Found(entry.getValue(), snapshot)))
                        .onFailure()
                        .invoke(failure -> watches.fail(of(entry.getKey(), watching), failure))
                        .onFailure()
                        .recoverWithItem(Optional.empty()))
                .collect()
                .asList()
                .replaceWith(found);
    }

    private Uni<Optional<RecoverySnapshot>> read(CaseId caseId, Overview overview, List<RecoveryWatch> watching) {
        return of(caseId, watching).stream().anyMatch(watch -> watch.wants(overview))
                ? reading.read(caseId).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    private static List<RecoveryWatch> of(CaseId caseId, List<RecoveryWatch> watching) {
        return watching.stream().filter(watch -> watch.caseId().equals(caseId)).toList();
    }
}
