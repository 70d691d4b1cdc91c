package org.stoppayment.kit.outbox;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import org.stoppayment.kit.work.Job;
import org.stoppayment.kit.work.Jobs;

/**
 * Delivers events that a crash left behind. Any number of replicas may sweep concurrently. While the next service is unavailable
 * it does nothing: {@link OutboxRecovery} finds out when that ends.
 */
@ApplicationScoped
public class OutboxSweeper {

    private static final Duration LEASE = Duration.ofSeconds(1);

    private final OutboxTable table;
    private final OutboxRelay relay;
    private final InstantSource clock;
    private final Job job;

    OutboxSweeper(OutboxTable table, OutboxRelay relay, InstantSource clock, Jobs jobs) {
        this.table = table;
        this.relay = relay;
        this.clock = clock;
        this.job = jobs.named("outbox");
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> everySecond() {
        return relay.isUnavailable() ? Uni.createFrom().voidItem() : job.run(this::sweep);
    }

    /** Delivers all due events; fails when the next service or the database is unavailable. */
    public Uni<Void> sweep() {
        return Uni.createFrom()
                .deferred(this::deliverBatch)
                .repeat()
                .whilst(claimed -> claimed == OutboxRelay.MAX_IN_ONE_CALL)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> deliverBatch() {
        return table.claimDue(clock.instant(), LEASE, OutboxRelay.MAX_IN_ONE_CALL)
                .chain(events -> events.isEmpty()
                        ? Uni.createFrom().item(0)
                        : relay.deliver(events).replaceWith(events.size()));
    }
}
