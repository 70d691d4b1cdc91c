package org.stoppayment.kit.outbox;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A next service that does as it is told. */
class FakeChannel implements EventChannel {

    final Queue<List<UUID>> calls = new ConcurrentLinkedQueue<>();
    volatile boolean away;
    volatile Set<UUID> deferring = Set.of();
    volatile Map<UUID, String> rejecting = Map.of();

    @Override
    public Uni<Delivery> deliver(List<OutboxEvent> events) {
        return Uni.createFrom().deferred(() -> {
            List<UUID> ids = events.stream().map(OutboxEvent::eventId).toList();
            if (away) {
                return Uni.createFrom().failure(new IOException("connection refused"));
            }
            calls.add(ids);
            Set<UUID> deferred = new HashSet<>(deferring);
            deferred.retainAll(ids);
            Map<UUID, String> rejected = new HashMap<>(rejecting);
            rejected.keySet().retainAll(ids);
            return Uni.createFrom().item(new Delivery(rejected, deferred));
        });
    }

    List<UUID> delivered() {
        return calls.stream().flatMap(List::stream).toList();
    }
}
