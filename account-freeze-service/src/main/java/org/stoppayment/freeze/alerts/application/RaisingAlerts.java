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
import org.stoppayment.kernel.ApplicationId;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.Ids;

/** Tells people what needs them: orders that keep failing, orders that wait for a person, what an institution will not do. */
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

    /** Makes durable what has not been told; {@link PostingAlerts} posts it. */
    public Uni<Void> raise() {
        Instant now = clock.instant();
        return alerts.untold(now, failing(now), MAX_AT_ONCE)
                .map(untold -> untold.stream().map(one -> alert(one, now)).toList())
                .chain(this::tell);
    }

    /** By rule set, how old a first failure is that people are told of. */
    private Map<String, Instant> failing(Instant now) {
        return ruleSets.known().stream()
                .collect(Collectors.toMap(
                        RuleSet::name, rules -> now.minus(rules.doubt().alertAfter())));
    }

    /** Tells something about an order, or a message about it, once. */
    public Uni<Void> tell(Alert.Kind kind, CaseId caseId, ApplicationId subject, String detail) {
        return tell(new Alerts.Untold(kind, caseId, subject, 1, detail));
    }

    /** Tells something, once an occurrence. */
    public Uni<Void> tell(Alerts.Untold one) {
        return tell(List.of(alert(one, clock.instant())));
    }

    /** Makes alerts durable, once each; they are posted with the next look. */
    public Uni<Void> tell(List<Alert> news) {
        if (news.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return alerts.raise(news, hook.isSet() ? Optional.of(clock.instant()) : Optional.empty())
                .invoke(raised -> raised.forEach(
                        alert -> LOG.warnf("%s: %s (%s)", alert.kind(), alert.subject(), alert.detail())))
                .replaceWithVoid();
    }

    private Alert alert(Alerts.Untold untold, Instant now) {
        return new Alert(
                ids.newAlertId(),
                untold.kind(),
                untold.caseId(),
                untold.subject(),
                untold.occurrence(),
                now,
                untold.detail(),
                Optional.empty());
    }
}
