package org.stoppayment.recovery.reconciliation.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Compares the books of accounts with what institutions told of holds and balances, in turn. */
@ApplicationScoped
public class ReconcilingBooks {

    /** Where nothing is held there is little to find. A movement or a hold makes the account due ten minutes later. */
    private static final Duration IDLE = Duration.ofDays(1);

    private final Differences differences;
    private final ReconciliationConfig config;
    private final InstantSource clock;

    ReconcilingBooks(Differences differences, ReconciliationConfig config, InstantSource clock) {
        this.differences = differences;
        this.config = config;
        this.clock = clock;
    }

    /** Compares what is due, until nothing is. */
    public Uni<Void> compareDue() {
        Instant now = clock.instant();
        return differences
                .compareDue(
                        now,
                        now.minus(config.settle()),
                        now.plus(config.compareEvery()),
                        now.plus(IDLE),
                        config.maxAccounts())
                .chain(compared ->
                        compared < config.maxAccounts() ? Uni.createFrom().voidItem() : compareDue());
    }
}
