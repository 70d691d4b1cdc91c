package org.stoppayment.freeze.attention.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.freeze.attention.application.AttentionWatcher.Changes;
import org.stoppayment.freeze.attention.application.AttentionWatcher.Snapshot;
import org.stoppayment.freeze.attention.domain.AttentionItem;
import org.stoppayment.freeze.attention.domain.AttentionKey;
import org.stoppayment.freeze.orders.domain.views.CaseAttention.Reason;
import org.stoppayment.kit.watch.Watch;
import org.stoppayment.kit.watch.WatchLimits;

/** One watch of the open items. A slow client gets what has changed since it was last told. */
final class AttentionWatch extends Watch<Snapshot> {

    private final Optional<Reason> reason;
    private final AttentionWatcher watcher;
    private Map<AttentionKey, AttentionItem> shown = Map.of();
    private boolean more;

    AttentionWatch(Optional<Reason> reason, AttentionWatcher watcher, WatchLimits limits, Instant openedAt) {
        super(watcher, limits, openedAt);
        this.reason = reason;
        this.watcher = watcher;
    }

    Optional<Reason> reason() {
        return reason;
    }

    @Override
    public boolean tell(Snapshot found, Instant asOf) {
        if (isTooOld(asOf)) {
            watcher.ended(asOf);
            return false;
        }
        if (!watcher.isReady()) {
            return true;
        }
        if (isNew()) {
            watcher.started(found, asOf);
            remember(found, asOf);
            return true;
        }
        Changes changes = changesTo(found);
        if (isAny(changes)) {
            watcher.changed(changes, asOf);
            remember(found, asOf);
        } else if (isHeartbeatDue(asOf)) {
            watcher.unchanged(asOf);
            sent(asOf);
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
        sent(asOf);
    }

    private static Map<AttentionKey, AttentionItem> byKey(Snapshot found) {
        Map<AttentionKey, AttentionItem> items = new LinkedHashMap<>();
        found.items().forEach(item -> items.put(item.key(), item));
        return items;
    }
}
