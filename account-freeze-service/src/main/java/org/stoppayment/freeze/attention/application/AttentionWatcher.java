package org.stoppayment.freeze.attention.application;

import java.time.Instant;
import java.util.List;
import org.stoppayment.freeze.attention.domain.AttentionItem;
import org.stoppayment.freeze.attention.domain.AttentionKey;
import org.stoppayment.kit.watch.StreamClient;

/** Port: a client that watches what needs attention. */
public interface AttentionWatcher extends StreamClient {

    /**
     * The open items as they are.
     *
     * @param items in the order of the list
     * @param more true when there are more than a stream shows
     */
    record Snapshot(List<AttentionItem> items, boolean more) {}

    /**
     * What has changed since the last message.
     *
     * @param added items that were not shown
     * @param changed items that differ from what was shown
     * @param closed items that are not open any more
     * @param more true when there are more than a stream shows
     */
    record Changes(List<AttentionItem> added, List<AttentionItem> changed, List<AttentionKey> closed, boolean more) {}

    /** The items as they are at {@code asOf}. */
    void started(Snapshot snapshot, Instant asOf);

    /** The items have changed. */
    void changed(Changes changes, Instant asOf);

    /** The items have not changed. */
    void unchanged(Instant asOf);

    /** The stream has reached its maximum age. */
    void ended(Instant asOf);
}
