package org.stoppayment.freeze.attention.application;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.attention.application.AttentionWatcher.Changes;
import org.stoppayment.freeze.attention.application.AttentionWatcher.Snapshot;
import org.stoppayment.freeze.attention.domain.AttentionItem;
import org.stoppayment.freeze.attention.domain.AttentionKey;
import org.stoppayment.freeze.orders.domain.views.CaseAttention.Reason;

/**
 * One watch of the open items. Remembers what was shown, and nothing more: a slow watcher gets what has changed since then once it has
 * read what it was sent.
 */
final class AttentionWatch {

    private final Optional<Reason> reason;
    private final AttentionWatcher watcher;
    private final AttentionWatchConfig config;
    private final Instant openedAt;
    private @Nullable Instant lastSentAt;
    private Map<AttentionKey, AttentionItem> shown = Map.of();
    private boolean more;

    AttentionWatch(Optional<Reason> reason, AttentionWatcher watcher, AttentionWatchConfig config, Instant openedAt) {
        this.reason = reason;
        this.watcher = watcher;
        this.config = config;
        this.openedAt = openedAt;
    }

    Optional<Reason> reason() {
        return reason;
    }

    /** True when the watcher has left. */
    boolean isAbandoned() {
        return watcher.hasLeft();
    }

    /** Sends the watcher what a look at {@code asOf} found; false when the watch is over. */
    boolean tell(Snapshot found, Instant asOf) {
        if (!asOf.isBefore(openedAt.plus(config.longest()))) {
            watcher.ended(asOf);
            return false;
        }
        if (!watcher.isReady()) {
            return true;
        }
        if (lastSentAt == null) {
            watcher.started(found, asOf);
            remember(found, asOf);
            return true;
        }
        Changes changes = changesTo(found);
        if (isAny(changes)) {
            watcher.changed(changes, asOf);
            remember(found, asOf);
        } else if (Duration.between(lastSentAt, asOf).compareTo(config.heartbeat()) >= 0) {
            watcher.unchanged(asOf);
            lastSentAt = asOf;
        }
        return true;
    }

    private Changes changesTo(Snapshot found) {
        List<AttentionItem> added = new ArrayList<>();
        List<AttentionItem> changed = new ArrayList<>();
        List<AttentionKey> closed = new ArrayList<>(shown.keySet());
        Map<AttentionKey, AttentionItem> now = byKey(found);
        now.forEach((key, item) -> {
            AttentionItem before = shown.get(key);
            if (before == null) {
                added.add(item);
            } else if (!before.equals(item)) {
                changed.add(item);
            }
        });
        closed.removeIf(now::containsKey);
        return new Changes(added, changed, closed, found.more());
    }

    private boolean isAny(Changes changes) {
        return !changes.added().isEmpty()
                || !changes.changed().isEmpty()
                || !changes.closed().isEmpty()
                || changes.more() != more;
    }

    private void remember(Snapshot found, Instant asOf) {
        shown = byKey(found);
        more = found.more();
        lastSentAt = asOf;
    }

    private static Map<AttentionKey, AttentionItem> byKey(Snapshot found) {
        Map<AttentionKey, AttentionItem> items = new LinkedHashMap<>();
        found.items().forEach(item -> items.put(item.key(), item));
        return items;
    }

    void fail(Throwable why) {
        watcher.failed(why);
    }
}
