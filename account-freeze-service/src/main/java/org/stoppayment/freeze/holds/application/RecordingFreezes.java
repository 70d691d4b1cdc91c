package org.stoppayment.freeze.holds.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.stoppayment.freeze.holds.application.Freezes.Change;
import org.stoppayment.freeze.holds.application.Freezes.Changed;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeDueTimes;
import org.stoppayment.freeze.holds.domain.FreezeEvent;
import org.stoppayment.freeze.holds.domain.FreezeEvent.Kind;
import org.stoppayment.freeze.holds.domain.FreezeState;
import org.stoppayment.freeze.orders.application.Answer;
import org.stoppayment.freeze.orders.application.RecordOutcome;
import org.stoppayment.freeze.rules.application.RuleSets;

/** Makes what happened to a freeze durable, and applies it to the claim and the stop. */
@ApplicationScoped
public class RecordingFreezes {

    private final Freezes freezes;
    private final ApplyingFreezes applying;
    private final FreezeDueTimes dueTimes;
    private final RuleSets ruleSets;
    private final InstantSource clock;

    RecordingFreezes(
            Freezes freezes,
            ApplyingFreezes applying,
            FreezeDueTimes dueTimes,
            RuleSets ruleSets,
            InstantSource clock) {
        this.freezes = freezes;
        this.applying = applying;
        this.dueTimes = dueTimes;
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    /** Records the outcome of a message about a freeze. Ends once it is durable. */
    public Uni<RecordOutcome> record(Freeze freeze, Answer answer) {
        FreezeEvent event = answer.either(FreezeEvent::of, FreezeEvent::of);
        return explained(freeze, event)
                .chain(known -> change(freeze, current -> current.after(known, clock.instant()), known.cause()))
                .map(changed -> changed.isPresent() ? RecordOutcome.CHANGED : RecordOutcome.NOTHING_NEW);
    }

    /** Moves a freeze that is in {@code from} by an event of ours; empty when it has moved in the meantime. */
    public Uni<Optional<Freeze>> move(Freeze freeze, Kind event, FreezeState... from) {
        FreezeEvent of = FreezeEvent.of(event);
        return change(
                freeze,
                current -> isIn(current.state(), from) ? current.after(of, clock.instant()) : Optional.empty(),
                of.cause());
    }

    /** Leaves a freeze that waits to be sent to a person; empty when it has moved in the meantime. */
    Uni<Optional<Freeze>> needPerson(Freeze freeze, String reason) {
        FreezeEvent event = FreezeEvent.of(Kind.NEEDS_PERSON, reason);
        return change(
                freeze,
                current -> current.state() == FreezeState.REQUESTED
                        ? current.after(event, clock.instant())
                        : Optional.empty(),
                event.cause());
    }

    /** Calls off a freeze that was never sent; empty when it may have been. */
    public Uni<Optional<Freeze>> callOff(Freeze freeze) {
        FreezeEvent calledOff = FreezeEvent.of(Kind.LIFTED);
        return change(
                freeze,
                current -> current.wasNeverSent() ? current.after(calledOff, clock.instant()) : Optional.empty(),
                calledOff.cause());
    }

    /** Calls off a freeze that the caller was to send and did not; empty when it has moved in the meantime. */
    Uni<Optional<Freeze>> withhold(Freeze sending) {
        return change(
                sending,
                current -> current.state() == FreezeState.SENDING
                                && current.progress().equals(sending.progress())
                        ? current.withheld(clock.instant())
                        : Optional.empty(),
                Kind.LIFTED.name());
    }

    /** Changes a freeze; empty when there is nothing to change. */
    public Uni<Optional<Freeze>> change(Freeze freeze, Function<Freeze, Optional<Freeze>> change, String cause) {
        return freezes.change(freeze.id(), current -> change.apply(current)
                        .map(after -> new Change(
                                after,
                                Optional.of(cause).filter(told -> after.state() != current.state()),
                                dueAt(after))))
                .call(changed -> changed.filter(Changed::toBook)
                        .map(due -> applying.applyChanged(due.freeze()))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(changed -> changed.map(Changed::freeze));
    }

    /** Notes an inquiry that brought nothing new, and when the next one is due. */
    Uni<Void> recordEmptyInquiry(Freeze freeze) {
        Instant now = clock.instant();
        return freezes.change(freeze.id(), current -> Optional.of(current.afterInquiry(now))
                        .map(after -> new Change(after, Optional.empty(), dueAt(after))))
                .replaceWithVoid();
    }

    /** Makes a freeze due again after {@code dueAt}; nothing else of it changes. */
    Uni<Void> postpone(Freeze freeze, Instant dueAt) {
        return freezes.change(
                        freeze.id(), current -> Optional.of(new Change(current, Optional.empty(), Optional.of(dueAt))))
                .replaceWithVoid();
    }

    /** Makes a freeze due when it is due next; nothing else of it changes. */
    Uni<Void> reschedule(Freeze freeze) {
        return freezes.change(
                        freeze.id(), current -> Optional.of(new Change(current, Optional.empty(), dueAt(current))))
                .replaceWithVoid();
    }

    /** A freeze of ours that is in the way is known here: a person changes that one instead. */
    private Uni<FreezeEvent> explained(Freeze freeze, FreezeEvent event) {
        if (!event.detail().equals(FreezeEvent.IN_THE_WAY)) {
            return Uni.createFrom().item(event);
        }
        return freezes.liveOn(freeze.application().account().key())
                .map(live -> live.stream()
                        .anyMatch(other ->
                                !other.id().equals(freeze.id()) && other.state().holdsMoney()))
                .map(isOurs -> isOurs ? event.because(FreezeEvent.OWN_FREEZE) : event);
    }

    private Optional<Instant> dueAt(Freeze freeze) {
        return dueTimes.next(freeze, ruleSets.current().doubt(), clock.instant());
    }

    private static boolean isIn(FreezeState state, FreezeState... states) {
        for (FreezeState one : states) {
            if (one == state) {
                return true;
            }
        }
        return false;
    }
}
