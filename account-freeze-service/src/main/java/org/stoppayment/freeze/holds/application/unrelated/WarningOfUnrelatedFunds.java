package org.stoppayment.freeze.holds.application.unrelated;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.alerts.application.Alerts.NewAlert;
import org.stoppayment.freeze.alerts.application.RaisingAlerts;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.holds.application.Freezes;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.UnrelatedFinding;
import org.stoppayment.freeze.rules.domain.HoldRules;
import org.stoppayment.freeze.shared.application.Sequence;
import org.stoppayment.kit.logging.SanitizedThrowable;

/**
 * Warns people that unrelated funds are still frozen, or that their owner was not told, when the three days of Art. 247 end. Any number
 * of replicas may run it at once.
 */
@ApplicationScoped
public class WarningOfUnrelatedFunds {

    private static final Logger LOG = Logger.getLogger(WarningOfUnrelatedFunds.class);
    private static final int MAX_AT_ONCE = 50;
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final UnrelatedFunds findings;
    private final Freezes freezes;
    private final RaisingAlerts raising;
    private final HoldRules rules;
    private final InstantSource clock;

    WarningOfUnrelatedFunds(
            UnrelatedFunds findings, Freezes freezes, RaisingAlerts raising, HoldRules rules, InstantSource clock) {
        this.findings = findings;
        this.freezes = freezes;
        this.raising = raising;
        this.rules = rules;
        this.clock = clock;
    }

    /** Raises all warnings that are due. One that fails is due again. */
    public Uni<Void> warn() {
        return findings.claimDue(clock.instant(), LEASE, MAX_AT_ONCE).chain(due -> warn(due)
                .chain(() ->
                        due.size() == MAX_AT_ONCE ? warn() : Uni.createFrom().voidItem()));
    }

    private Uni<Void> warn(List<UnrelatedFinding> due) {
        return Sequence.of(due, one -> logged(one));
    }

    private Uni<Void> logged(UnrelatedFinding due) {
        return warn(due)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "the warning of the unrelated funds of freeze %s stays due (%s)",
                        due.freezeId(), SanitizedThrowable.brief(failure)))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> warn(UnrelatedFinding due) {
        Instant now = clock.instant();
        return freezes.find(due.freezeId())
                .map(Optional::orElseThrow)
                .chain(freeze -> warnOfHold(due, freeze, now))
                .chain(() -> warnOfNotice(due, now))
                .chain(() -> findings.warned(due.freezeId(), due.nextWarning(rules.deadlineWarning(), now)));
    }

    private Uni<Void> warnOfHold(UnrelatedFinding due, Freeze freeze, Instant now) {
        int warning = due.warningDue(rules.deadlineWarning(), now);
        return warning == 0 || !freeze.state().isLive()
                ? Uni.createFrom().voidItem()
                : raise(Alert.Kind.UNRELATED_FUNDS_HELD, due, warning, "to be lifted by " + due.dueAt());
    }

    private Uni<Void> warnOfNotice(UnrelatedFinding due, Instant now) {
        return due.lacksNoticeAt(now)
                ? raise(Alert.Kind.OWNER_NOT_NOTIFIED, due, 1, "found at " + due.foundAt())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> raise(Alert.Kind kind, UnrelatedFinding due, int occurrence, String detail) {
        return raising.raise(new NewAlert(kind, due.caseId(), due.freezeId(), occurrence, detail));
    }
}
