package org.stoppayment.freeze.watch.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.freeze.orders.application.CaseAttentions;
import org.stoppayment.freeze.orders.application.OrderViews;
import org.stoppayment.freeze.orders.application.ViewingOrders;
import org.stoppayment.freeze.tracing.application.TraceViews;
import org.stoppayment.freeze.watch.application.CaseSnapshot.Detail;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.watch.ResumeToken;
import org.stoppayment.kit.watch.WatchLimits;
import org.stoppayment.kit.watch.Watches;

/**
 * Shows cases to their watchers. Changes are read from the database, so it does not matter which replica makes or shows them. Each
 * look runs one statement for all watched cases, or none if there is no watcher; writers have no extra work. The orders and
 * accounts of a case are read once per change, for all its watchers.
 */
@ApplicationScoped
public class WatchingCases {

    private static final int MAX_READS_AT_ONCE = 4;

    private final CaseOverviews overviews;
    private final OrderViews orders;
    private final TraceViews traces;
    private final CaseAttentions attentions;
    private final WatchConfig config;
    private final InstantSource clock;
    private final WatchLimits limits;
    private final Watches<CaseWatch, CaseSnapshot> watches;

    WatchingCases(
            CaseOverviews overviews,
            OrderViews orders,
            TraceViews traces,
            CaseAttentions attentions,
            WatchConfig config,
            InstantSource clock) {
        this.overviews = overviews;
        this.orders = orders;
        this.traces = traces;
        this.attentions = attentions;
        this.config = config;
        this.clock = clock;
        this.limits = new WatchLimits(config.maxStreams(), config.heartbeat(), config.longest());
        this.watches = new Watches<>(limits, "GetCase");
    }

    /**
     * Informs {@code watcher} of the case from the next look on. Fails with {@link ServiceException.InvalidInput}, or
     * {@link ServiceException.Overloaded} when the number of streams is at its maximum.
     *
     * @param resumeToken of the state that the watcher has seen; empty when it has seen none
     * @param untilSettled true when the watch ends once the case is settled
     * @return must be run when the watcher leaves
     */
    public Runnable watch(String caseId, String resumeToken, boolean untilSettled, Watcher watcher) {
        return watches.add(new CaseWatch(
                ViewingOrders.caseId(caseId),
                ResumeToken.parseField("resumeToken", resumeToken),
                untilSettled,
                watcher,
                limits,
                config.arrival(),
                clock.instant()));
    }

    /** Number of watches. */
    public int watched() {
        return watches.size();
    }

    /**
     * Looks at all watched cases and informs the watchers. If that fails, all watches fail; if one case cannot be read, only the
     * watches of that case fail.
     */
    public Uni<Void> look() {
        List<CaseWatch> watching = watches.present();
        if (watching.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant asOf = clock.instant();
        return watches.readFor(watching, read(watching))
                .invoke(found -> watching.stream()
                        .filter(watch -> found.containsKey(watch.caseId()))
                        .forEach(watch -> watches.tell(watch, Objects.requireNonNull(found.get(watch.caseId())), asOf)))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Map<CaseId, CaseSnapshot>> read(List<CaseWatch> watching) {
        Set<CaseId> cases = watching.stream().map(CaseWatch::caseId).collect(Collectors.toSet());
        return overviews.of(cases).chain(found -> Multi.createFrom()
                .iterable(found.entrySet())
                .onItem()
                .transformToUni(seen -> snapshot(seen.getKey(), seen.getValue(), watching)
                        .map(snapshot -> Map.entry(seen.getKey(), snapshot))
                        .onFailure()
                        .recoverWithUni(failure -> {
                            watches.fail(ofCase(seen.getKey(), watching).toList(), failure);
                            return Uni.createFrom().nullItem();
                        }))
                .merge(MAX_READS_AT_ONCE)
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Uni<CaseSnapshot> snapshot(CaseId caseId, CaseOverview overview, List<CaseWatch> watching) {
        boolean large = overview.accounts() > config.maxAccounts();
        boolean wanted = ofCase(caseId, watching).anyMatch(watch -> watch.wants(overview));
        if (!wanted) {
            return Uni.createFrom().item(new CaseSnapshot(overview, Optional.empty(), Optional.empty(), large));
        }
        return detail(caseId, large).chain(detail -> attentions
                .of(caseId)
                .map(attention -> new CaseSnapshot(overview, Optional.of(attention), detail, large)));
    }

    private Uni<Optional<Detail>> detail(CaseId caseId, boolean large) {
        return large
                ? Uni.createFrom().item(Optional.empty())
                : orders.progress(caseId)
                        .chain(progress -> traces.trace(caseId).map(trace -> Optional.of(new Detail(progress, trace))));
    }

    private static Stream<CaseWatch> ofCase(CaseId caseId, List<CaseWatch> watching) {
        return watching.stream().filter(watch -> watch.caseId().equals(caseId));
    }
}
