package org.stoppayment.kit.outbox;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kit.time.Ticker;
import org.stoppayment.kit.work.Job;
import org.stoppayment.kit.work.Jobs;

/**
 * Ends an outage of the next service. While it is unavailable, one event is tried every {@link #PERIOD}. Once an event is accepted,
 * all that wait are delivered at once.
 */
@ApplicationScoped
class OutboxRecovery {

    /** How soon the end of an outage is noticed. */
    private static final Duration PERIOD = Duration.ofMillis(200);

    /** Longer than the head start, so that the next probe takes another event. */
    private static final Duration PROBE_LEASE = OutboxEvent.HEAD_START.multipliedBy(2);

    private final OutboxTable table;
    private final OutboxRelay relay;
    private final OutboxSweeper sweeper;
    private final InstantSource clock;
    private final Job job;
    private @Nullable Ticker ticker;

    OutboxRecovery(OutboxTable table, OutboxRelay relay, OutboxSweeper sweeper, InstantSource clock, Jobs jobs) {
        this.table = table;
        this.relay = relay;
        this.sweeper = sweeper;
        this.clock = clock;
        this.job = jobs.named("outbox-recovery");
    }

    void start(
            @Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event,
            Vertx vertx,
            Scheduler scheduler) {
        if (scheduler.isStarted()) {
            ticker = new Ticker(vertx, PERIOD, job, this::recover);
        }
    }

    @PreDestroy
    void stop() {
        if (ticker != null) {
            ticker.close();
        }
    }

    /** Tries one event if the next service is unavailable; delivers all waiting events if it has become available. */
    Uni<Void> recover() {
        return (relay.isUnavailable() ? probe() : Uni.createFrom().voidItem()).chain(() -> {
            boolean isOver = !relay.isUnavailable() && relay.takeUndelivered();
            return isOver ? deliverWaiting() : Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> probe() {
        return table.claimNext(clock.instant(), PROBE_LEASE)
                .chain(events -> events.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : relay.deliver(events)
                                .replaceWithVoid()
                                .onFailure() // recorded by the relay; the next period tries again
                                .recoverWithNull());
    }

    private Uni<Void> deliverWaiting() {
        return table.makeWaitingDue(clock.instant()).chain(sweeper::sweep);
    }
}
