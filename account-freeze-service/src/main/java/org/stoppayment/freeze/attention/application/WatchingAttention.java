package org.stoppayment.freeze.attention.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.stoppayment.freeze.attention.application.AttentionItems.Filter;
import org.stoppayment.freeze.attention.application.AttentionItems.Listed;
import org.stoppayment.freeze.attention.application.AttentionWatcher.Snapshot;
import org.stoppayment.freeze.orders.domain.views.CaseAttention.Reason;
import org.stoppayment.freeze.shared.domain.DatabaseTime;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.watch.WatchLimits;
import org.stoppayment.kit.watch.Watches;

/**
 * Shows the open items to watchers. Changes are read from the database, so it does not matter which replica makes or shows them;
 * writers have no extra work. A look reads whether anything was committed since the last one, and only then the items: once for all
 * watchers of a reason, and at the latest with each heartbeat. If nobody watches it reads nothing.
 */
@ApplicationScoped
public class WatchingAttention {

    private final AttentionItems items;
    private final AttentionWatchConfig config;
    private final InstantSource clock;
    private final WatchLimits limits;
    private final Watches<AttentionWatch, Snapshot> watches;
    private final Map<Optional<Reason>, Read> lastReads = new ConcurrentHashMap<>();

    /** What was read of a reason: at least all that had been committed when the change token was read. */
    private record Read(String changeToken, Instant at, Snapshot found) {}

    WatchingAttention(AttentionItems items, AttentionWatchConfig config, InstantSource clock) {
        this.items = items;
        this.config = config;
        this.clock = clock;
        this.limits = new WatchLimits(config.maxStreams(), config.heartbeat(), config.longest());
        this.watches = new Watches<>(limits, "ListAttention");
    }

    /**
     * Informs {@code watcher} of the open items from the next look on. Fails with {@link ServiceException.Overloaded} when the number
     * of streams is at its maximum.
     *
     * @param reason of the items; empty for any
     * @return must be run when the watcher leaves
     */
    public Runnable watch(Optional<Reason> reason, AttentionWatcher watcher) {
        return watches.add(new AttentionWatch(reason, watcher, limits, clock.instant()));
    }

    /** Number of watches. */
    public int watched() {
        return watches.size();
    }

    /** Informs the watchers of the open items; those whose items cannot be read fail. */
    public Uni<Void> look() {
        Map<Optional<Reason>, List<AttentionWatch>> watching =
                watches.present().stream().collect(Collectors.groupingBy(AttentionWatch::reason));
        lastReads.keySet().retainAll(watching.keySet());
        if (watching.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return watches.readFor(watching.values().stream().flatMap(List::stream).toList(), items.changeToken())
                .chain(token -> Multi.createFrom()
                        .iterable(watching.entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(same -> look(same.getKey(), same.getValue(), token))
                        .collect()
                        .last())
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> look(Optional<Reason> reason, List<AttentionWatch> watching, String changeToken) {
        // After the token: an item that it covers is not newer.
        Instant asOf = DatabaseTime.truncated(clock.instant());
        return watches.readFor(watching, found(reason, changeToken, asOf))
                .invoke(found -> watching.forEach(watch -> watches.tell(watch, found, asOf)))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Snapshot> found(Optional<Reason> reason, String changeToken, Instant asOf) {
        Read last = lastReads.get(reason);
        if (last != null
                && last.changeToken().equals(changeToken)
                && asOf.isBefore(last.at().plus(config.heartbeat()))) {
            return Uni.createFrom().item(last.found());
        }
        return items.open(new Filter(reason, Optional.empty()), asOf, Optional.empty(), config.maxItems() + 1)
                .map(this::snapshot)
                .invoke(found -> lastReads.put(reason, new Read(changeToken, asOf, found)));
    }

    private Snapshot snapshot(List<Listed> found) {
        boolean more = found.size() > config.maxItems();
        return new Snapshot(
                found.subList(0, Math.min(config.maxItems(), found.size())).stream()
                        .map(Listed::item)
                        .toList(),
                more);
    }
}
