package org.stoppayment.freeze.holds.application.amendments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.stoppayment.freeze.alerts.application.RaisingAlerts;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.amendments.domain.AmendmentEvent;
import org.stoppayment.freeze.amendments.domain.AmendmentState;
import org.stoppayment.freeze.holds.application.Freezes;
import org.stoppayment.freeze.holds.application.RecordingFreezes;
import org.stoppayment.freeze.holds.application.amendments.FreezeAmendments.Change;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeAmendment;
import org.stoppayment.freeze.holds.domain.FreezeDueTimes;
import org.stoppayment.freeze.holds.domain.FreezeEvent;
import org.stoppayment.freeze.orders.application.Answer;
import org.stoppayment.freeze.orders.application.RecordOutcome;
import org.stoppayment.freeze.orders.domain.Feedback;
import org.stoppayment.freeze.orders.domain.FreezeReport;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.kernel.ResultCode;

/** Makes what happened to orders about freezes durable, after applying it to the freeze. */
@ApplicationScoped
public class RecordingFreezeAmendments {

    private final FreezeAmendments amendments;
    private final Freezes freezes;
    private final RecordingFreezes recording;
    private final RaisingAlerts raising;
    private final FreezeDueTimes dueTimes;
    private final RuleSets ruleSets;
    private final InstantSource clock;

    RecordingFreezeAmendments(
            FreezeAmendments amendments,
            Freezes freezes,
            RecordingFreezes recording,
            RaisingAlerts raising,
            FreezeDueTimes dueTimes,
            RuleSets ruleSets,
            InstantSource clock) {
        this.amendments = amendments;
        this.freezes = freezes;
        this.recording = recording;
        this.raising = raising;
        this.dueTimes = dueTimes;
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    /**
     * Records the outcome of a message about an amendment. Applies it to the freeze first: after a crash between the two the amendment
     * is due again and has the same result.
     */
    public Uni<RecordOutcome> record(FreezeAmendment amendment, Answer answer) {
        AmendmentEvent event = answer.either(AmendmentEvent::of, feedback -> FreezeAmendment.eventFor(feedback.code()));
        if (amendment.after(event).isEmpty()) {
            return Uni.createFrom().item(RecordOutcome.NOTHING_NEW);
        }
        Uni<?> applied = event.kind() == AmendmentEvent.Kind.CONFIRMED
                ? apply(amendment, answer.reply())
                : Uni.createFrom().voidItem();
        Uni<?> told = event.kind() == AmendmentEvent.Kind.DECLINED ? alert(amendment, event) : applied;
        return told.chain(() -> amendments.change(
                        amendment.id(), current -> current.after(event).map(this::written)))
                .map(changed -> changed.isPresent() ? RecordOutcome.CHANGED : RecordOutcome.NOTHING_NEW);
    }

    private Uni<Void> alert(FreezeAmendment amendment, AmendmentEvent declined) {
        String code = declined.code().map(ResultCode::value).orElse("");
        return freezes.find(amendment.freezeId())
                .map(Optional::orElseThrow)
                .chain(freeze -> raising.raise(
                        Alert.Kind.FOLLOW_UP_DECLINED,
                        freeze.caseId(),
                        amendment.id(),
                        (amendment.kind() + " of freeze " + freeze.id() + " " + code).trim()));
    }

    /** Moves an amendment that is in {@code from} by an event of ours; empty when it has moved in the meantime. */
    Uni<Optional<FreezeAmendment>> move(
            FreezeAmendment amendment, AmendmentEvent.Kind event, Optional<Instant> dueAt, AmendmentState... from) {
        return amendments.change(
                amendment.id(),
                current -> Arrays.asList(from).contains(current.state())
                        ? current.after(AmendmentEvent.of(event)).map(after -> new Change(after, dueAt))
                        : Optional.empty());
    }

    /** Notes an inquiry that brought nothing new, and when the next one is due. */
    Uni<Void> recordEmptyInquiry(FreezeAmendment amendment) {
        return amendments
                .change(amendment.id(), current -> Optional.of(current)
                        .filter(FreezeAmendment::isUndecided)
                        .map(undecided -> written(undecided.afterInquiry())))
                .replaceWithVoid();
    }

    private Change written(FreezeAmendment after) {
        return new Change(after, dueTimes.next(after, ruleSets.current().doubt(), clock.instant()));
    }

    private Uni<Optional<Freeze>> apply(FreezeAmendment amendment, Optional<Feedback> reply) {
        return freezes.find(amendment.freezeId())
                .map(Optional::orElseThrow)
                .chain(freeze -> recording.change(
                        freeze,
                        current -> applied(amendment, current, reply).filter(after -> !after.equals(current)),
                        amendment.kind() + " " + amendment.id()));
    }

    private Optional<Freeze> applied(FreezeAmendment amendment, Freeze freeze, Optional<Feedback> reply) {
        Instant now = clock.instant();
        return switch (amendment.kind()) {
            case LIFT -> freeze.after(FreezeEvent.of(FreezeEvent.Kind.LIFTED), now);
            case RENEWAL ->
                Optional.of(freeze.renewedTo(amendment.terms().expiresAt().orElseThrow()));
            case CHANGE ->
                Optional.of(freeze.changedTo(
                        amendment.terms().amount().orElseThrow(),
                        reply.map(Feedback::code).orElse(ResultCode.OK),
                        reply.map(Feedback::freeze).orElse(FreezeReport.NONE),
                        now));
        };
    }
}
