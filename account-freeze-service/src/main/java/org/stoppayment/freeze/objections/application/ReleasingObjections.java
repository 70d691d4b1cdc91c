package org.stoppayment.freeze.objections.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.alerts.application.Alerts.NewAlert;
import org.stoppayment.freeze.alerts.application.RaisingAlerts;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.objections.application.Objections.Change;
import org.stoppayment.freeze.objections.domain.Objection;
import org.stoppayment.freeze.objections.domain.ObjectionDueTimes;
import org.stoppayment.freeze.objections.domain.ObjectionOutcome;
import org.stoppayment.kit.logging.SanitizedThrowable;

/**
 * Carries out what decided objections release, one step at a time, until it is done or declined. Each step may be repeated: what a crash
 * left behind is looked at again.
 */
@ApplicationScoped
class ReleasingObjections {

    private static final Logger LOG = Logger.getLogger(ReleasingObjections.class);

    private final Objections objections;
    private final OrderingReleases ordering;
    private final ReleaseOutcomes outcomes;
    private final HoldsOfCases holds;
    private final RaisingAlerts raising;
    private final ObjectionDueTimes dueTimes;
    private final InstantSource clock;

    ReleasingObjections(
            Objections objections,
            OrderingReleases ordering,
            ReleaseOutcomes outcomes,
            HoldsOfCases holds,
            RaisingAlerts raising,
            ObjectionDueTimes dueTimes,
            InstantSource clock) {
        this.objections = objections;
        this.ordering = ordering;
        this.outcomes = outcomes;
        this.holds = holds;
        this.raising = raising;
        this.dueTimes = dueTimes;
        this.clock = clock;
    }

    /** The first step of a release that has just been decided. A failure leaves it due. */
    Uni<Objection> stepNow(Objection releasing) {
        return step(releasing)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "the release of objection %s stays due (%s)",
                        releasing.id(), SanitizedThrowable.brief(failure)))
                .onFailure()
                .recoverWithItem(releasing);
    }

    /** The next step of a release; the objection as it stands then. */
    Uni<Objection> step(Objection releasing) {
        return next(releasing).chain(step -> switch (step.kind()) {
            case WAITING -> look(releasing);
            case ORDERED ->
                write(
                        releasing,
                        current -> Optional.of(current.releasingBy(step.order().orElseThrow())));
            case DONE -> write(releasing, current -> current.released(clock.instant()));
            case DECLINED -> declined(releasing, step.code());
        });
    }

    /** Looks whether the release is done, whoever did it: a person, or the end of the hold. */
    Uni<Objection> look(Objection decided) {
        return holds.of(decided)
                .chain(hold -> hold.needs(outcome(decided))
                        ? write(decided, Optional::of)
                        : write(decided, current -> current.released(clock.instant())));
    }

    private Uni<ReleaseStep> next(Objection releasing) {
        if (releasing.release().order().isEmpty()) {
            return ordering.order(releasing);
        }
        return outcomes.of(releasing.release().order().get())
                .chain(step -> step.kind() == ReleaseStep.Kind.DONE && outcome(releasing) == ObjectionOutcome.UPHELD
                        ? ordering.order(releasing)
                        : Uni.createFrom().item(step));
    }

    /** Alerts first: after a crash between the two the step is repeated. What has ended by itself needs no release. */
    private Uni<Objection> declined(Objection releasing, String code) {
        return holds.of(releasing)
                .chain(hold -> hold.needs(outcome(releasing))
                        ? raising.raise(new NewAlert(
                                        Alert.Kind.OBJECTION_RELEASE_FAILED,
                                        releasing.caseId(),
                                        releasing.id(),
                                        1,
                                        outcome(releasing) + " " + code))
                                .chain(() ->
                                        write(releasing, current -> current.releaseDeclined(code, clock.instant())))
                        : write(releasing, current -> current.released(clock.instant())));
    }

    private Uni<Objection> write(Objection read, Function<Objection, Optional<Objection>> change) {
        Instant now = clock.instant();
        return objections.change(
                read.id(),
                current -> current.state() == read.state()
                        ? change.apply(current).map(after -> new Change(after, dueTimes.next(after, now)))
                        : Optional.empty());
    }

    private static ObjectionOutcome outcome(Objection objection) {
        return objection.decision().orElseThrow().outcome();
    }
}
