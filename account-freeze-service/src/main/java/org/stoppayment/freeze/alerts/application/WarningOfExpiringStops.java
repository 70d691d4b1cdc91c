package org.stoppayment.freeze.alerts.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.rules.domain.ExpiryWarning;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.rules.domain.StopRules;
import org.stoppayment.kernel.ids.Ids;

/** Warns people that a stop ends and no freeze has taken over, at the times before its end that its rules give. */
@ApplicationScoped
public class WarningOfExpiringStops {

    private static final int MAX_AT_ONCE = 200;

    private final Alerts alerts;
    private final RaisingAlerts raising;
    private final RuleSets ruleSets;
    private final InstantSource clock;
    private final Ids ids;

    public WarningOfExpiringStops(
            Alerts alerts, RaisingAlerts raising, RuleSets ruleSets, InstantSource clock, Ids ids) {
        this.alerts = alerts;
        this.raising = raising;
        this.ruleSets = ruleSets;
        this.clock = clock;
        this.ids = ids;
    }

    /** Raises all due warnings. */
    public Uni<Void> warn() {
        Instant now = clock.instant();
        return alerts.ending(now, MAX_AT_ONCE)
                .chain(ending -> Multi.createFrom()
                        .iterable(ending)
                        .onItem()
                        .transformToUniAndConcatenate(one -> warning(one, now))
                        .collect()
                        .asList())
                .chain(this::raise)
                .chain(raised ->
                        raised == MAX_AT_ONCE ? warn() : Uni.createFrom().voidItem());
    }

    /** Raises the alerts first: after a crash between the two, the warnings are due again, and their alerts exist already. */
    private Uni<Integer> raise(List<Warning> warnings) {
        if (warnings.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return raising.raise(warnings.stream()
                        .flatMap(warning -> warning.alerts().stream())
                        .toList())
                .chain(() -> alerts.warned(warnings.stream().map(Warning::next).toList()))
                .replaceWith(warnings.size());
    }

    private Uni<Warning> warning(Alerts.Ending ending, Instant now) {
        return ruleSets.named(ending.ruleSet())
                .map(RuleSet::stops)
                .map(rules -> new Warning(
                        due(ending, rules, now),
                        ending.warnedUntil(rules.nextWarning(ending.warnedEnd(), now.plusNanos(1)))));
    }

    private List<Alert> due(Alerts.Ending ending, StopRules rules, Instant now) {
        return rules.warningsDue(ending.warnedEnd(), ending.warnAt().orElse(now), now).stream()
                .map(warning -> new Alert(
                        ids.newAlertId(),
                        kind(warning),
                        ending.caseId(),
                        ending.applicationId(),
                        ending.term(),
                        now,
                        "the stop ends at " + ending.warnedEnd() + " and no freeze has taken over",
                        Optional.empty()))
                .toList();
    }

    private static Alert.Kind kind(ExpiryWarning warning) {
        return switch (warning) {
            case FIRST -> Alert.Kind.LAPSE_FIRST_WARNING;
            case SECOND -> Alert.Kind.LAPSE_SECOND_WARNING;
            case LAST -> Alert.Kind.LAPSE_LAST_WARNING;
        };
    }

    /** The due alerts of a stop, and the stop with its next warning. */
    private record Warning(List<Alert> alerts, Alerts.Ending next) {}
}
