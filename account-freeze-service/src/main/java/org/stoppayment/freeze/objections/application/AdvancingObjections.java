package org.stoppayment.freeze.objections.application;

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
import org.stoppayment.freeze.objections.application.Objections.Change;
import org.stoppayment.freeze.objections.domain.Objection;
import org.stoppayment.freeze.objections.domain.ObjectionDueTimes;
import org.stoppayment.freeze.objections.domain.ObjectionState;
import org.stoppayment.freeze.shared.application.Sequence;
import org.stoppayment.kit.logging.SanitizedThrowable;

/**
 * Looks after objections: warns people before a decision is due, tells them when it is overdue, closes what has no hold any more, and
 * carries out releases. Any number of replicas may run it at once.
 */
@ApplicationScoped
public class AdvancingObjections {

    private static final Logger LOG = Logger.getLogger(AdvancingObjections.class);
    private static final int MAX_AT_ONCE = 50;
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Objections objections;
    private final ReleasingObjections releasing;
    private final HoldsOfCases holds;
    private final RaisingAlerts raising;
    private final ObjectionDueTimes dueTimes;
    private final InstantSource clock;

    AdvancingObjections(
            Objections objections,
            ReleasingObjections releasing,
            HoldsOfCases holds,
            RaisingAlerts raising,
            ObjectionDueTimes dueTimes,
            InstantSource clock) {
        this.objections = objections;
        this.releasing = releasing;
        this.holds = holds;
        this.raising = raising;
        this.dueTimes = dueTimes;
        this.clock = clock;
    }

    /** Looks at all objections that are due. One that fails is due again. */
    public Uni<Void> advance() {
        return objections.claimDue(clock.instant(), LEASE, MAX_AT_ONCE).chain(due -> advance(due)
                .chain(() ->
                        due.size() == MAX_AT_ONCE ? advance() : Uni.createFrom().voidItem()));
    }

    private Uni<Void> advance(List<Objection> due) {
        return Sequence.of(due, one -> logged(one));
    }

    private Uni<Void> logged(Objection due) {
        return step(due)
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("objection %s stays due (%s)", due.id(), SanitizedThrowable.brief(failure)))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Objection> step(Objection due) {
        return switch (due.state()) {
            case OPEN -> open(due);
            case RELEASING -> releasing.step(due);
            case RELEASE_FAILED -> releasing.look(due);
            case DECIDED, HOLD_ENDED -> Uni.createFrom().item(due);
        };
    }

    private Uni<Objection> open(Objection open) {
        Instant now = clock.instant();
        return holds.of(open)
                .chain(hold -> hold.isHeld()
                        ? alert(open, now)
                                .chain(() -> objections.change(
                                        open.id(),
                                        current -> Optional.of(new Change(current, dueTimes.next(current, now)))))
                        : objections.change(
                                open.id(),
                                current -> current.state() == ObjectionState.OPEN
                                        ? current.holdEnded(now)
                                                .map(after -> new Change(after, dueTimes.next(after, now)))
                                        : Optional.empty()));
    }

    private Uni<Void> alert(Objection open, Instant now) {
        if (open.isOverdueAt(now)) {
            return raise(Alert.Kind.OBJECTION_OVERDUE, open);
        }
        return dueTimes.isWarningDue(open, now)
                ? raise(Alert.Kind.OBJECTION_DUE, open)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> raise(Alert.Kind kind, Objection open) {
        return raising.raise(new NewAlert(
                kind,
                open.caseId(),
                open.id(),
                1,
                "due " + open.dueAt() + ", " + open.owner().organisation()));
    }
}
