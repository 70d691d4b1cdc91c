package org.stoppayment.freeze.holds.application.amendments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.alerts.application.RaisingAlerts;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.amendments.domain.AmendmentEvent.Kind;
import org.stoppayment.freeze.amendments.domain.AmendmentState;
import org.stoppayment.freeze.holds.application.FiledCases;
import org.stoppayment.freeze.holds.application.FreezeGateway;
import org.stoppayment.freeze.holds.application.Freezes;
import org.stoppayment.freeze.holds.domain.FiledCase;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeAmendment;
import org.stoppayment.freeze.orders.application.RecordOutcome;
import org.stoppayment.freeze.orders.application.SendingConfig;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.shared.application.InFlightTracker;
import org.stoppayment.freeze.shared.application.Sequence;
import org.stoppayment.kit.logging.SanitizedThrowable;

/** Sends orders about freezes and inquires about them, as is done with freezes. Does not wait for institutions. */
@ApplicationScoped
public class SendingFreezeAmendments {

    private static final Logger LOG = Logger.getLogger(SendingFreezeAmendments.class);
    private static final int MAX_AT_ONCE = 50;

    private final Freezes freezes;
    private final FreezeAmendments amendments;
    private final FreezeGateway gateway;
    private final RecordingFreezeAmendments recording;
    private final FiledCases cases;
    private final RaisingAlerts raising;
    private final RuleSets ruleSets;
    private final SendingConfig config;
    private final InstantSource clock;
    private final InFlightTracker messages = new InFlightTracker();

    SendingFreezeAmendments(
            Freezes freezes,
            FreezeAmendments amendments,
            FreezeGateway gateway,
            RecordingFreezeAmendments recording,
            FiledCases cases,
            RaisingAlerts raising,
            RuleSets ruleSets,
            SendingConfig config,
            InstantSource clock) {
        this.freezes = freezes;
        this.amendments = amendments;
        this.gateway = gateway;
        this.recording = recording;
        this.cases = cases;
        this.raising = raising;
        this.ruleSets = ruleSets;
        this.config = config;
        this.clock = clock;
    }

    /** When an amendment that becomes durable now is due, unless this process has sent it by then. */
    Instant endOfLease() {
        return clock.instant().plus(config.lease());
    }

    /** Number of messages in flight in this process. */
    public int inFlight() {
        return messages.size();
    }

    /** Advances all due amendments by one step; ends when each step has begun. */
    public Uni<Void> advance() {
        Instant leaseEnd = endOfLease();
        return amendments.claimDue(clock.instant(), config.lease(), MAX_AT_ONCE).chain(due -> advance(due, leaseEnd)
                .chain(() ->
                        due.size() == MAX_AT_ONCE ? advance() : Uni.createFrom().voidItem()));
    }

    private Uni<Void> advance(List<FreezeAmendment> due, Instant leaseEnd) {
        return Sequence.of(
                due,
                one -> logged(
                        one,
                        freezes.find(one.freezeId())
                                .map(Optional::orElseThrow)
                                .call(freeze -> alertIfFailing(one, freeze))
                                .invoke(freeze -> start(one, freeze, leaseEnd))
                                .replaceWithVoid()));
    }

    /** Tells people, once, of an order that is undecided some time after its request. */
    private Uni<Void> alertIfFailing(FreezeAmendment amendment, Freeze freeze) {
        Instant alertAt =
                amendment.requestedAt().plus(ruleSets.current().doubt().alertAfter());
        return clock.instant().isBefore(alertAt)
                ? Uni.createFrom().voidItem()
                : raising.raise(
                        Alert.Kind.ORDER_FAILING,
                        freeze.caseId(),
                        amendment.id(),
                        amendment.kind() + " " + amendment.state());
    }

    /** Starts the next step of an amendment, and returns at once. */
    void start(FreezeAmendment amendment, Freeze freeze, Instant leaseEnd) {
        Uni<Void> step = amendment.state() == AmendmentState.QUEUED
                ? send(amendment, freeze, leaseEnd)
                : inquire(amendment, freeze, leaseEnd);
        messages.start(
                freeze.application().account().institutionCode(),
                amendment.id(),
                clock.instant(),
                leaseEnd,
                logged(amendment, step));
    }

    /** A freeze that has ended is amended no more, and that of a withdrawn case is not renewed. */
    private Uni<Void> send(FreezeAmendment queued, Freeze freeze, Instant leaseEnd) {
        Uni<Boolean> isObsolete = queued.kind() == FreezeAmendment.Kind.RENEWAL
                ? cases.find(freeze.caseId())
                        .map(found -> freeze.state().hasEnded()
                                || found.filter(FiledCase::withdrawn).isPresent())
                : Uni.createFrom().item(freeze.state().hasEnded());
        return isObsolete.chain(obsolete -> obsolete
                ? recording
                        .move(queued, Kind.WITHDRAWN, Optional.empty(), AmendmentState.QUEUED)
                        .replaceWithVoid()
                : sendOnce(queued, freeze, leaseEnd));
    }

    private Uni<Void> sendOnce(FreezeAmendment queued, Freeze freeze, Instant leaseEnd) {
        return recording
                .move(queued, Kind.SENT, Optional.of(leaseEnd), AmendmentState.QUEUED)
                .chain(sending -> sending.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : gateway.send(sending.get(), freeze)
                                .chain(answer -> recording.record(sending.get(), answer))
                                .replaceWithVoid());
    }

    private Uni<Void> inquire(FreezeAmendment unanswered, Freeze freeze, Instant leaseEnd) {
        Uni<Optional<FreezeAmendment>> inDoubt = unanswered.state() == AmendmentState.IN_DOUBT
                ? Uni.createFrom().item(Optional.of(unanswered))
                : recording.move(
                        unanswered,
                        Kind.OVERDUE,
                        Optional.of(leaseEnd),
                        AmendmentState.SENDING,
                        AmendmentState.ACCEPTED);
        return inDoubt.chain(doubted -> doubted.isEmpty()
                ? Uni.createFrom().voidItem()
                : gateway.inquire(doubted.get().id(), freeze.application().account())
                        .chain(answer -> recording.record(doubted.get(), answer))
                        .chain(recorded -> recorded == RecordOutcome.CHANGED
                                ? Uni.createFrom().voidItem()
                                : recording.recordEmptyInquiry(doubted.get())));
    }

    private static Uni<Void> logged(FreezeAmendment amendment, Uni<Void> step) {
        return step.onFailure()
                .invoke(failure -> LOG.warnf(
                        "%s %s of a freeze stays due (%s)",
                        amendment.kind(), amendment.id(), SanitizedThrowable.brief(failure)))
                .onFailure()
                .recoverWithNull();
    }
}
