package org.stoppayment.freeze.alerts.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/** Raises alerts: for orders that keep failing, orders that wait for a person, and what an institution declines. */
@ApplicationScoped
public class RaisingAlerts {

    private static final Logger LOG = Logger.getLogger(RaisingAlerts.class);
    private static final int MAX_AT_ONCE = 200;

    private final Alerts alerts;
    private final AlertHook hook;
    private final RuleSets ruleSets;
    private final InstantSource clock;
    private final Ids ids;

    public RaisingAlerts(Alerts alerts, AlertHook hook, RuleSets ruleSets, InstantSource clock, Ids ids) {
        this.alerts = alerts;
        this.hook = hook;
        this.ruleSets = ruleSets;
        this.clock = clock;
        this.ids = ids;
    }

    /** Makes alerts durable that have not been raised; {@link PostingAlerts} posts them. */
    public Uni<Void> raiseDue() {
        Instant now = clock.instant();
        return alerts.newAlerts(now, failing(now), MAX_AT_ONCE)
                .map(found -> made(found, now))
                .chain(this::raise);
    }

    /** By rule set, the latest first failure that raises an alert. */
    private Map<String, Instant> failing(Instant now) {
        return ruleSets.known().stream()
                .collect(Collectors.toMap(
                        RuleSet::name, rules -> now.minus(rules.doubt().alertAfter())));
    }

    /** Raises an alert about an order or its amendment, once. */
    public Uni<Void> raise(Alert.Kind kind, CaseId caseId, ApplicationId subject, String detail) {
        return raise(new Alerts.NewAlert(kind, caseId, subject, 1, detail));
    }

    /** Raises an alert, once per occurrence. */
    public Uni<Void> raise(Alerts.NewAlert one) {
        return raise(made(List.of(one), clock.instant()));
    }

    /** Makes alerts durable, once each; they are posted with the next run. */
    public Uni<Void> raise(List<Alert> news) {
        if (news.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return alerts.raise(news, postingDueAt(clock.instant()))
                .invoke(RaisingAlerts::log)
                .replaceWithVoid();
    }

    /** The alerts to write of {@code found}; for statements that write them with what caused them. */
    public List<Alert> made(List<Alerts.NewAlert> found, Instant at) {
        return found.stream().map(one -> alert(one, at)).toList();
    }

    /** When alerts raised at {@code at} are due to be posted; empty when nobody takes them. */
    public Optional<Instant> postingDueAt(Instant at) {
        return hook.isSet() ? Optional.of(at) : Optional.empty();
    }

    /** Logs alerts that have become durable. */
    public static void log(List<Alert> raised) {
        raised.forEach(alert -> LOG.warnf("%s: %s (%s)", alert.kind(), alert.subject(), alert.detail()));
    }

    private Alert alert(Alerts.NewAlert found, Instant now) {
        return new Alert(
                ids.newAlertId(),
                found.kind(),
                found.caseId(),
                found.subject(),
                found.occurrence(),
                now,
                found.detail(),
                Optional.empty());
    }
}
