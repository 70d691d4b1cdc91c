package org.stoppayment.freeze.holds.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.amendments.application.freezes.AwaitingFreeze;
import org.stoppayment.freeze.holds.application.amendments.FreezeAmendments;
import org.stoppayment.freeze.holds.domain.FiledCase;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeAmendment;
import org.stoppayment.freeze.holds.domain.FreezeDueTimes;
import org.stoppayment.freeze.holds.domain.FreezeEvent.Kind;
import org.stoppayment.freeze.holds.domain.FreezeState;
import org.stoppayment.freeze.orders.application.RecordOutcome;
import org.stoppayment.freeze.orders.application.SendingConfig;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.shared.application.InFlightTracker;
import org.stoppayment.freeze.shared.application.Sequence;
import org.stoppayment.kit.logging.SanitizedThrowable;

/**
 * Sends freezes, inquires about those in doubt, in line or with an unknown sum, and ends those whose term is over. Does not wait for
 * institutions. Any number of replicas may run it at once.
 */
@ApplicationScoped
public class SendingFreezes {

    private static final Logger LOG = Logger.getLogger(SendingFreezes.class);
    private static final int MAX_AT_ONCE = 50;
    private static final int MAX_IN_FLIGHT_PER_INSTITUTION = 50;

    private final Freezes freezes;
    private final FiledCases cases;
    private final FreezeAmendments amendments;
    private final FreezeGateway gateway;
    private final RecordingFreezes recording;
    private final AwaitingFreeze awaiting;
    private final AlertingFreezes alerting;
    private final FreezeDueTimes dueTimes;
    private final RuleSets ruleSets;
    private final SendingConfig config;
    private final InstantSource clock;
    private final InFlightTracker messages = new InFlightTracker();

    SendingFreezes(
            Freezes freezes,
            FiledCases cases,
            FreezeAmendments amendments,
            FreezeGateway gateway,
            RecordingFreezes recording,
            AwaitingFreeze awaiting,
            AlertingFreezes alerting,
            FreezeDueTimes dueTimes,
            RuleSets ruleSets,
            SendingConfig config,
            InstantSource clock) {
        this.freezes = freezes;
        this.cases = cases;
        this.amendments = amendments;
        this.gateway = gateway;
        this.recording = recording;
        this.awaiting = awaiting;
        this.alerting = alerting;
        this.dueTimes = dueTimes;
        this.ruleSets = ruleSets;
        this.config = config;
        this.clock = clock;
    }

    /** When a freeze that becomes durable now is due, unless this process has sent it by then. */
    Instant endOfLease() {
        return clock.instant().plus(config.lease());
    }

    /**
     * Sends a freeze that has just become durable as SENDING, after its stop awaits it; does not wait for the institution. If that
     * fails, or this process dies, the freeze is in doubt when its lease ends, as one is that was sent and not answered.
     */
    Uni<Void> begin(Freeze sending, Instant leaseEnd) {
        return logged(
                sending,
                awaited(sending)
                        .invoke(() -> start(
                                sending,
                                leaseEnd,
                                unlessWithdrawn(sending, recording::withhold, () -> deliver(sending)))));
    }

    /** Number of messages in flight in this process. */
    public int inFlight() {
        return messages.size();
    }

    /** Advances all due freezes by one step; ends when each step has begun. */
    public Uni<Void> advance() {
        Instant leaseEnd = endOfLease();
        return freezes.claimDue(
                        clock.instant(), config.lease(), MAX_AT_ONCE, messages.full(MAX_IN_FLIGHT_PER_INSTITUTION))
                .chain(due -> advance(due, leaseEnd)
                        .chain(() -> due.size() == MAX_AT_ONCE
                                ? advance()
                                : Uni.createFrom().voidItem()));
    }

    private Uni<Void> advance(List<Freeze> due, Instant leaseEnd) {
        return Sequence.of(due, one -> logged(one, advance(one, leaseEnd)));
    }

    private Uni<Void> advance(Freeze freeze, Instant leaseEnd) {
        if (freeze.state().stands() && freeze.isOverAt(clock.instant())) {
            return end(freeze, leaseEnd);
        }
        if (freeze.state().stands()) {
            return warn(freeze).chain(() -> inquireIfNeeded(freeze, leaseEnd));
        }
        if (freeze.state() == FreezeState.REQUESTED) {
            return awaited(freeze).invoke(() -> start(freeze, leaseEnd, sendAgain(freeze)));
        }
        start(freeze, leaseEnd, inquire(freeze));
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> warn(Freeze freeze) {
        int due = dueTimes.warningsDue(freeze, clock.instant());
        return due == 0 ? Uni.createFrom().voidItem() : alerting.warn(freeze, due);
    }

    private Uni<Void> inquireIfNeeded(Freeze freeze, Instant leaseEnd) {
        if (freeze.lacksSum() || freeze.state() == FreezeState.WAITING) {
            start(freeze, leaseEnd, inquire(freeze));
            return Uni.createFrom().voidItem();
        }
        return recording.reschedule(freeze);
    }

    /** While nobody knows whether the account is frozen, its stop does not lapse here. */
    private Uni<Void> awaited(Freeze freeze) {
        return freeze.application()
                .stop()
                .map(stop -> awaiting.await(stop, freeze.id()).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Art. 240. A renewal that was ordered in time and is undecided is waited for. */
    private Uni<Void> end(Freeze freeze, Instant leaseEnd) {
        return amendments
                .of(List.of(freeze.id()))
                .map(found -> found.getOrDefault(freeze.id(), List.of()).stream()
                        .anyMatch(one -> one.kind() == FreezeAmendment.Kind.RENEWAL && one.isUndecided()))
                .chain(isBeingRenewed -> isBeingRenewed
                        ? recording.postpone(freeze, leaseEnd)
                        : recording
                                .move(
                                        freeze,
                                        Kind.TERM_ENDED,
                                        FreezeState.IN_EFFECT,
                                        FreezeState.PARTIAL,
                                        FreezeState.WAITING)
                                .replaceWithVoid());
    }

    private void start(Freeze freeze, Instant leaseEnd, Uni<Void> step) {
        messages.start(
                freeze.application().account().institutionCode(),
                freeze.id(),
                clock.instant(),
                leaseEnd,
                logged(freeze, step));
    }

    private Uni<Void> sendAgain(Freeze requested) {
        return unlessWithdrawn(requested, recording::callOff, () -> recording
                .move(requested, Kind.SENT, FreezeState.REQUESTED)
                .chain(sending -> sending.map(this::deliver)
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    /** Nothing is frozen for a withdrawn case. One that was sent before may still reach the institution: a person looks after it. */
    private Uni<Void> unlessWithdrawn(
            Freeze freeze, Function<Freeze, Uni<Optional<Freeze>>> callOff, Supplier<Uni<Void>> send) {
        return cases.find(freeze.caseId())
                .map(found -> found.filter(FiledCase::withdrawn).isPresent())
                .chain(isWithdrawn -> isWithdrawn
                        ? callOff.apply(freeze)
                                .chain(calledOff -> calledOff.isPresent()
                                        ? Uni.createFrom().voidItem()
                                        : recording
                                                .needPerson(freeze, "CASE_WITHDRAWN")
                                                .replaceWithVoid())
                        : send.get());
    }

    private Uni<Void> deliver(Freeze sending) {
        return gateway.send(sending)
                .chain(answer -> recording.record(sending, answer))
                .replaceWithVoid();
    }

    private Uni<Void> inquire(Freeze freeze) {
        return switch (freeze.state()) {
            case SENDING, ACCEPTED ->
                recording
                        .move(freeze, Kind.OVERDUE, FreezeState.SENDING, FreezeState.ACCEPTED)
                        .chain(doubted -> doubted.map(this::ask)
                                .orElseGet(() -> Uni.createFrom().voidItem()));
            case IN_DOUBT ->
                isBudgetSpent(freeze)
                        ? recording
                                .move(freeze, Kind.BUDGET_SPENT, FreezeState.IN_DOUBT)
                                .replaceWithVoid()
                        : ask(freeze);
            case MANUAL, IN_EFFECT, PARTIAL, WAITING -> ask(freeze);
            case REQUESTED, DECLINED, LIFTED, AUTO_LIFTED, RETURNED ->
                Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> ask(Freeze freeze) {
        return gateway.inquire(freeze.id(), freeze.application().account())
                .chain(answer -> recording.record(freeze, answer))
                .chain(recorded -> recorded == RecordOutcome.CHANGED
                        ? Uni.createFrom().voidItem()
                        : recording.recordEmptyInquiry(freeze));
    }

    private boolean isBudgetSpent(Freeze freeze) {
        return ruleSets.current().doubt().isBudgetSpent(freeze.progress().firstFailureAt(), clock.instant());
    }

    private static Uni<Void> logged(Freeze freeze, Uni<Void> step) {
        return step.onFailure()
                .invoke(failure ->
                        LOG.warnf("freeze %s stays due (%s)", freeze.id(), SanitizedThrowable.brief(failure)))
                .onFailure()
                .recoverWithNull();
    }
}
