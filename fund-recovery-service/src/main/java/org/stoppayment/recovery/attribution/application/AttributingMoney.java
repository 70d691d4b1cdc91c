package org.stoppayment.recovery.attribution.application;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoppayment.recovery.attribution.domain.Attribution;
import org.stoppayment.recovery.attribution.domain.Flow;
import org.stoppayment.recovery.attribution.domain.FlowId;
import org.stoppayment.recovery.attribution.domain.KnownFacts;
import org.stoppayment.recovery.attribution.domain.MoneyGraphs;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Computes whose money accounts hold, whenever something was told that concerns them, and downstream of them. */
@ApplicationScoped
public class AttributingMoney {

    private final Attributions attributions;
    private final AttributionConfig config;
    private final InstantSource clock;

    AttributingMoney(Attributions attributions, AttributionConfig config, InstantSource clock) {
        this.attributions = attributions;
        this.config = config;
        this.clock = clock;
    }

    /** Computes what is due, until nothing is. */
    public Uni<Void> computeDue() {
        return attributions
                .claimDue(clock.instant(), config.lease(), config.maxAccounts())
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : compute(due).chain(this::computeDue));
    }

    private Uni<Void> compute(List<AccountRef.Key> due) {
        return attributions.downstreamOf(due).chain(accounts -> attributions
                .facts(accounts)
                .emitOn(Infrastructure.getDefaultWorkerPool()) // thousands of accounts take a while
                .map(facts -> new Computation(facts, attribute(facts)))
                .chain(done -> attributions.save(accounts, done.upstream(), done.attribution(), clock.instant()))
                .chain(isSaved -> isSaved
                        ? Uni.createFrom().voidItem()
                        : attributions.makeDue(due, clock.instant()))); // another replica was first: from what it wrote
    }

    private Attribution attribute(KnownFacts facts) {
        return Attribution.of(MoneyGraphs.of(facts, config.matchTolerance()));
    }

    private record Computation(KnownFacts facts, Attribution attribution) {

        Set<FlowId> upstream() {
            return facts.upstream().stream().map(Flow::id).collect(Collectors.toUnmodifiableSet());
        }
    }
}
