package org.stoppayment.freeze.attention.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A watcher that remembers what it was sent. */
final class RecordingAttentionWatcher implements AttentionWatcher {

    final List<Snapshot> snapshots = new ArrayList<>();
    final List<Changes> changes = new ArrayList<>();
    int heartbeats;
    int ends;
    boolean ready = true;

    @Override
    public boolean hasLeft() {
        return false;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public void started(Snapshot snapshot, Instant asOf) {
        snapshots.add(snapshot);
    }

    @Override
    public void changed(Changes change, Instant asOf) {
        changes.add(change);
    }

    @Override
    public void unchanged(Instant asOf) {
        heartbeats++;
    }

    @Override
    public void ended(Instant asOf) {
        ends++;
    }

    @Override
    public void failed(Throwable why) {
        throw new AssertionError(why);
    }
}
