package org.stoppayment.freeze.attention.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.stoppayment.freeze.attention.application.AttentionItems.Filter;
import org.stoppayment.freeze.attention.application.AttentionItems.Listed;
import org.stoppayment.freeze.attention.application.AttentionWatcher.Snapshot;
import org.stoppayment.freeze.orders.domain.views.CaseAttention.Reason;
import org.stoppayment.kernel.ServiceException;

/**
 * Shows the open items to watchers. Changes are read from the database, so it does not matter which replica makes or shows them. Each
 * look runs one statement for all watchers of a reason, or none if nobody watches; writers have no extra work.
 */
@ApplicationScoped
public class WatchingAttention {

    private final AttentionItems items;
    private final AttentionWatchConfig config;
    private final InstantSource clock;
    private final Set<AttentionWatch> watches = ConcurrentHashMap.newKeySet();

    WatchingAttention(AttentionItems items, AttentionWatchConfig config, InstantSource clock) {
        this.items = items;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Informs {@code watcher} of the open items from the next look on. Fails with {@link ServiceException.Overloaded} when the number
     * of streams is at its maximum.
     *
     * @param reason of the items; empty for any
     * @return must be run when the watcher leaves
     */
    public synchronized Runnable watch(Optional<Reason> reason, AttentionWatcher watcher) {
        if (watches.size() >= config.maxStreams()) {
            throw new ServiceException.Overloaded(
                    "watched here already: " + watches.size() + " streams (expected: fewer than " + config.maxStreams()
                            + "; another replica may have room, and polling ListAttention suffices)");
        }
        AttentionWatch watch = new AttentionWatch(reason, watcher, config, clock.instant());
        watches.add(watch);
        return () -> watches.remove(watch);
    }

    /** Number of watches. */
    public int watched() {
        return watches.size();
    }

    /** Reads the open items and informs the watchers; those whose items cannot be read fail. */
    public Uni<Void> look() {
        watches.removeIf(AttentionWatch::isAbandoned);
        Set<Optional<Reason>> reasons =
                watches.stream().map(AttentionWatch::reason).collect(Collectors.toSet());
        Instant asOf = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Multi.createFrom()
                .iterable(reasons)
                .onItem()
                .transformToUniAndConcatenate(reason -> look(reason, asOf))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> look(Optional<Reason> reason, Instant asOf) {
        List<AttentionWatch> watching =
                watches.stream().filter(watch -> watch.reason().equals(reason)).toList();
        return items.open(new Filter(reason, Optional.empty()), asOf, Optional.empty(), config.maxItems() + 1)
                .ifNoItem()
                .after(config.heartbeat())
                .fail()
                .invoke(found -> watching.forEach(watch -> tell(watch, snapshot(found), asOf)))
                .onFailure()
                .invoke(failure -> watching.forEach(watch -> fail(watch, failure)))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Snapshot snapshot(List<Listed> found) {
        boolean more = found.size() > config.maxItems();
        return new Snapshot(
                found.subList(0, Math.min(config.maxItems(), found.size())).stream()
                        .map(Listed::item)
                        .toList(),
                more);
    }

    private void tell(AttentionWatch watch, Snapshot found, Instant asOf) {
        try {
            if (!watch.tell(found, asOf)) {
                watches.remove(watch);
            }
        } catch (RuntimeException bug) {
            fail(watch, bug);
        }
    }

    private void fail(AttentionWatch watch, Throwable why) {
        watches.remove(watch);
        watch.fail(why);
    }
}
