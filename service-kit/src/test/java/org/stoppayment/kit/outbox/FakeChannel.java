package org.stoppayment.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.stoppayment.kernel.ids.EventId;

/** A next service that accepts, defers or rejects events as a test configures it, is unavailable, or fails on certain events. */
class FakeChannel implements EventChannel {

    final Queue<List<EventId>> calls = new ConcurrentLinkedQueue<>();
    volatile boolean unavailable;
    volatile Set<EventId> failing = Set.of();
    volatile boolean hanging;
    private final Queue<UniEmitter<? super Delivery>> held = new ConcurrentLinkedQueue<>();
    volatile Set<EventId> deferring = Set.of();
    volatile Map<EventId, String> rejecting = Map.of();

    @Override
    public Uni<Delivery> deliver(List<OutboxEvent> events) {
        return Uni.createFrom().deferred(() -> {
            List<EventId> ids = events.stream().map(OutboxEvent::eventId).toList();
            if (unavailable || ids.stream().anyMatch(failing::contains)) {
                return Uni.createFrom().failure(new IOException("connection refused"));
            }
            if (hanging) {
                return Uni.createFrom().<Delivery>emitter(held::add);
            }
            calls.add(ids);
            Set<EventId> deferred = new HashSet<>(deferring);
            deferred.retainAll(ids);
            Map<EventId, String> rejected = new HashMap<>(rejecting);
            rejected.keySet().retainAll(ids);
            return Uni.createFrom().item(new Delivery(rejected, deferred));
        });
    }

    /** Takes the events of the oldest call that hangs. */
    void takeOneHeld() {
        held.remove().complete(new Delivery(Map.of(), Set.of()));
    }

    List<EventId> delivered() {
        return calls.stream().flatMap(List::stream).toList();
    }
}
