package org.stoppayment.freeze.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.domain.Alert;
import org.stoppayment.freeze.domain.StopRules;
import org.stoppayment.kernel.Ids;

/** Tells people in time that a stop ends and no freeze has taken over: as often, and as long before, as its rules say. */
@ApplicationScoped
public class WarningOfLapses {

    private static final int MOST_AT_ONCE = 200;

    private final Alerts alerts;
    private final RaisingAlerts alerting;
    private final RuleSets ruleSets;
    private final InstantSource clock;
    private final Ids ids;

    WarningOfLapses(Alerts alerts, RaisingAlerts alerting, RuleSets ruleSets, InstantSource clock, Ids ids) {
        this.alerts = alerts;
        this.alerting = alerting;
        this.ruleSets = ruleSets;
        this.clock = clock;
        this.ids = ids;
    }

    /** Gives all warnings that are due. */
    public Uni<Void> warn() {
        return alerts.ending(clock.instant(), MOST_AT_ONCE).chain(due -> Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(this::warn)
                .collect()
                .last()
                .chain(() ->
                        due.size() == MOST_AT_ONCE ? warn() : Uni.createFrom().voidItem()));
    }

    /** The alert first: should we die between the two, the warning is due again and was told. */
    private Uni<Void> warn(Alerts.Ending ending) {
        Instant now = clock.instant();
        return ruleSets.named(ending.ruleSet()).chain(rules -> alerting.tell(due(ending, rules.stops(), now))
                .chain(() -> alerts.warned(ending, rules.stops().nextWarning(ending.expiresAt(), now.plusNanos(1)))));
    }

    private List<Alert> due(Alerts.Ending ending, StopRules rules, Instant now) {
        return rules.warningsDue(ending.expiresAt(), ending.warnAt(), now).stream()
                .map(warning -> new Alert(
                        ids.next(),
                        warning.kind(),
                        ending.caseId(),
                        ending.applicationId(),
                        ending.term(),
                        now,
                        "the stop ends at " + ending.expiresAt() + " and no freeze has taken over",
                        Optional.empty()))
                .toList();
    }
}
