package org.stoppayment.freeze.facts.application;

import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import org.stoppayment.freeze.facts.application.DueFacts.Published;
import org.stoppayment.kit.outbox.OutboxRelay;

/**
 * Tells fund-recovery what has become known. Rows are marked by the statements that change them; nothing that money waits for waits for
 * this. A process that dies after the commit leaves the events in the outbox.
 */
@ApplicationScoped
public class PublishingFacts {

    /** Movements of money go the same way: they wait no longer than this behind facts. */
    private static final Duration MAX_WAIT = Duration.ofMillis(200);

    private final List<DueFacts> kinds;
    private final OutboxRelay relay;

    PublishingFacts(@Any Instance<DueFacts> kinds, OutboxRelay relay) {
        this.kinds = kinds.stream().toList();
        this.relay = relay;
    }

    /** Tells all that is due, one kind after another; when one kind fails, the others are told all the same. */
    public Uni<Void> publish() {
        return Uni.join()
                .all(kinds.stream().map(this::publish).toList())
                .usingConcurrencyOf(1)
                .andCollectFailures()
                .onFailure(CompositeException.class)
                .transform(
                        failures -> ((CompositeException) failures).getCauses().get(0))
                .replaceWithVoid();
    }

    private Uni<Void> publish(DueFacts kind) {
        return Uni.createFrom()
                .deferred(kind::publish)
                .invoke(published -> relay.handOver(published.events()))
                .repeat()
                .whilst(this::goesOn)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A backlog is told at the pace at which fund-recovery takes it. */
    private boolean goesOn(Published published) {
        return published.mayHaveMore() && relay.expectedWait().compareTo(MAX_WAIT) < 0;
    }
}
