package org.stoppayment.kit.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.stoppayment.kit.logging.SanitizedThrowable;
import org.stoppayment.kit.postgres.GroupCommit;

/**
 * Hands events over straight from memory, at once after the commit that made them durable, and deletes them once they are
 * taken. What does not arrive stays in the table for the {@link OutboxSweeper}.
 */
@ApplicationScoped
public class OutboxRelay {

    static final int MAX_IN_ONE_CALL = 128;

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int CALLS_AT_ONCE = 4;
    private static final int MAX_IN_MEMORY = 20_000;

    private final EventChannel channel;
    private final OutboxTable table;
    private final GroupCommit<OutboxEvent, Void> delivery =
            new GroupCommit<>(MAX_IN_ONE_CALL, CALLS_AT_ONCE, this::deliver);
    private final GroupCommit<UUID, Void> deletion = new GroupCommit<>(1024, 1, this::delete);
    private final AtomicInteger inMemory = new AtomicInteger();
    private final AtomicBoolean away = new AtomicBoolean();

    OutboxRelay(EventChannel channel, OutboxTable table) {
        this.channel = channel;
        this.table = table;
    }

    /** Hands over events that have just become durable; returns at once. */
    public void handOver(List<OutboxEvent> events) {
        events.forEach(this::handOver);
    }

    /** Hands over an event that has just become durable; returns at once. */
    public void handOver(OutboxEvent event) {
        if (inMemory.incrementAndGet() > MAX_IN_MEMORY) {
            inMemory.decrementAndGet(); // the sweeper takes it from the table
            return;
        }
        delivery.submit(event)
                .onTermination()
                .invoke(inMemory::decrementAndGet)
                .subscribe()
                .with(taken -> {}, failure -> {});
    }

    /** Delivers events and deletes those that were taken. */
    Uni<List<Void>> deliver(List<OutboxEvent> events) {
        return channel.deliver(events)
                .invoke(this::back)
                .onFailure()
                .invoke(this::away)
                .invoke(delivery -> forget(events, delivery))
                .replaceWith(Collections.nCopies(events.size(), null));
    }

    private void forget(List<OutboxEvent> events, EventChannel.Delivery delivery) {
        for (OutboxEvent event : events) {
            if (delivery.isTaken(event.eventId())) {
                deletion.submit(event.eventId()).subscribe().with(gone -> {}, leftForTheSweeper -> {});
            }
        }
        if (!delivery.rejected().isEmpty()) {
            LOG.errorf("The next service can never take these events: %s", delivery.rejected());
            table.reject(delivery.rejected()).subscribe().with(kept -> {}, leftForTheSweeper -> {});
        }
    }

    private Uni<List<Void>> delete(List<UUID> eventIds) {
        return table.delete(eventIds).replaceWith(Collections.nCopies(eventIds.size(), null));
    }

    private void away(Throwable failure) {
        if (away.compareAndSet(false, true)) {
            LOG.warnf("Events wait: the next service does not take them (%s)", SanitizedThrowable.brief(failure));
        }
    }

    private void back(EventChannel.Delivery delivery) {
        if (away.compareAndSet(true, false)) {
            LOG.info("Events flow again");
        }
    }
}
