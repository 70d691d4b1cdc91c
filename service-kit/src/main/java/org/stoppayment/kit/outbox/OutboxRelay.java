package org.stoppayment.kit.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.kit.logging.SanitizedThrowable;
import org.stoppayment.kit.postgres.GroupCommit;

/**
 * Delivers events from memory immediately after the commit that made them durable, and deletes them once they are accepted.
 * Events that are not delivered stay in the table for {@link OutboxSweeper} and {@link OutboxRecovery}.
 */
@ApplicationScoped
public class OutboxRelay {

    /** So few that the calls in flight hold less than the next service does in a second or two, also when it is overloaded. */
    static final int MAX_IN_ONE_CALL = 32;

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int MAX_CONCURRENT_CALLS = 4;
    private static final int MAX_IN_MEMORY = 20_000;

    /** A next service that has taken nothing for this long is away, not slow. */
    private static final long AWAY_NANOS = Duration.ofSeconds(2).toNanos();

    private final EventChannel channel;
    private final OutboxTable table;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final GroupCommit<OutboxEvent, Void> delivery;
    private final GroupCommit<EventId, Void> deletion = new GroupCommit<>(1024, 1, this::delete);
    private final AtomicInteger inMemory = new AtomicInteger();
    private final AtomicBoolean unavailable = new AtomicBoolean();
    private final AtomicBoolean undelivered = new AtomicBoolean();
    private volatile long lastTakenNanos;
    private volatile long takesSinceNanos;

    @Inject
    OutboxRelay(EventChannel channel, OutboxTable table, InstantSource clock) {
        this(channel, table, clock, SystemTime.SOURCE::nanoTime);
    }

    /** {@code nanoTime} is monotonic. */
    OutboxRelay(EventChannel channel, OutboxTable table, InstantSource clock, LongSupplier nanoTime) {
        this.channel = channel;
        this.table = table;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.delivery = new GroupCommit<>(MAX_IN_ONE_CALL, MAX_CONCURRENT_CALLS, this::deliver, nanoTime);
        this.lastTakenNanos = nanoTime.getAsLong() - AWAY_NANOS;
    }

    /** A relay that renders events and delivers none of them, for warm-ups: it waits for an answer that never comes. */
    public OutboxRelay withoutDelivery() {
        return new OutboxRelay(new GrpcEventChannel(request -> Uni.createFrom().nothing()), table, clock);
    }

    /** True after a delivery has failed, until one succeeds. */
    boolean isUnavailable() {
        return unavailable.get();
    }

    /** True when a delivery has failed since the last call of this method. */
    boolean takeUndelivered() {
        return undelivered.getAndSet(false);
    }

    /** Starts to deliver events that have just become durable; returns immediately. */
    public void handOver(List<OutboxEvent> events) {
        events.forEach(this::handOver);
    }

    /** Starts to deliver an event that has just become durable; returns immediately. */
    public void handOver(OutboxEvent event) {
        if (inMemory.incrementAndGet() > MAX_IN_MEMORY) {
            inMemory.decrementAndGet(); // the sweeper will deliver it from the table
            return;
        }
        delivery.submit(event)
                .onTermination()
                .invoke(inMemory::decrementAndGet)
                .subscribe()
                .with(delivered -> {}, failure -> {});
    }

    /**
     * How long an event that is handed over now would wait until it is sent, while the next service takes events, only slower than
     * they come. Time before that service took events does not count. Zero when it is away: events are then kept for it, however many.
     */
    public Duration expectedWait() {
        long now = nanoTime.getAsLong();
        if (isAway(now)) {
            return Duration.ZERO;
        }
        Duration wait = delivery.expectedWait();
        Duration taking = Duration.ofNanos(now - takesSinceNanos);
        return wait.compareTo(taking) < 0 ? wait : taking;
    }

    private boolean isAway(long now) {
        return unavailable.get() || now - lastTakenNanos >= AWAY_NANOS;
    }

    /** Delivers events and deletes those that were accepted. */
    Uni<List<Void>> deliver(List<OutboxEvent> events) {
        return channel.deliver(events)
                .invoke(this::recordAvailable)
                .onFailure()
                .invoke(this::recordUnavailable)
                .invoke(delivery -> settle(events, delivery))
                .replaceWith(Collections.nCopies(events.size(), null));
    }

    private void settle(List<OutboxEvent> events, EventChannel.Delivery delivery) {
        for (OutboxEvent event : events) {
            if (delivery.isAccepted(event.eventId())) {
                deletion.submit(event.eventId()).subscribe().with(deleted -> {}, retriedBySweeper -> {});
            }
        }
        if (!delivery.deferred().isEmpty()) {
            table.defer(clock.instant(), delivery.deferred()).subscribe().with(deferred -> {}, retriedBySweeper -> {});
        }
        if (!delivery.rejected().isEmpty()) {
            LOG.errorf("The next service can never take these events: %s", delivery.rejected());
            table.reject(delivery.rejected()).subscribe().with(marked -> {}, retriedBySweeper -> {});
        }
    }

    private Uni<List<Void>> delete(List<EventId> eventIds) {
        return table.delete(eventIds).replaceWith(Collections.nCopies(eventIds.size(), null));
    }

    private void recordUnavailable(Throwable failure) {
        undelivered.set(true);
        if (unavailable.compareAndSet(false, true)) {
            LOG.warnf("Events wait: the next service does not take them (%s)", SanitizedThrowable.brief(failure));
        }
    }

    private void recordAvailable(EventChannel.Delivery delivery) {
        long now = nanoTime.getAsLong();
        if (isAway(now)) {
            takesSinceNanos = now;
        }
        lastTakenNanos = now;
        if (unavailable.compareAndSet(true, false)) {
            LOG.info("Events flow again");
        }
    }
}
