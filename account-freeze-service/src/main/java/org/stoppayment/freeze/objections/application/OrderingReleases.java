package org.stoppayment.freeze.objections.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.stoppayment.freeze.amendments.application.LiftingStops;
import org.stoppayment.freeze.holds.application.FreezeRequest;
import org.stoppayment.freeze.holds.application.Measure;
import org.stoppayment.freeze.holds.application.OrderingFreezes;
import org.stoppayment.freeze.holds.application.amendments.AmendmentRequest;
import org.stoppayment.freeze.holds.application.amendments.ChangingFreezes;
import org.stoppayment.freeze.holds.application.amendments.LiftingFreezes;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.HoldMode;
import org.stoppayment.freeze.objections.domain.Objection;
import org.stoppayment.freeze.objections.domain.ObjectionDecision;
import org.stoppayment.freeze.objections.domain.ObjectionGrounds;
import org.stoppayment.freeze.objections.domain.ObjectionOutcome;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * Orders what a decided objection releases: the end or another sum of a freeze, the end of the case's claim on a stop, or a freeze of the
 * case's money that takes over from the stop. The same order may be given again: it has the same result.
 */
@ApplicationScoped
class OrderingReleases {

    private static final int MAX_REASON = 200;
    private static final String IN_PROGRESS = "_IN_PROGRESS";
    /** An officer has the stop lifted for the case. */
    private static final String CLAIM_ENDED = "CLAIM_ENDED";

    private final HoldsOfCases holds;
    private final LiftingFreezes liftingFreezes;
    private final ChangingFreezes changing;
    private final OrderingFreezes freezing;
    private final LiftingStops liftingStops;

    OrderingReleases(
            HoldsOfCases holds,
            LiftingFreezes liftingFreezes,
            ChangingFreezes changing,
            OrderingFreezes freezing,
            LiftingStops liftingStops) {
        this.holds = holds;
        this.liftingFreezes = liftingFreezes;
        this.changing = changing;
        this.freezing = freezing;
        this.liftingStops = liftingStops;
    }

    /** Orders what is next to be released, by what holds the account now. */
    Uni<ReleaseStep> order(Objection objection) {
        ObjectionDecision decision = objection.decision().orElseThrow();
        return holds.of(objection)
                .chain(hold -> decision.outcome() == ObjectionOutcome.UPHELD
                        ? upheld(objection, decision, hold)
                        : limited(objection, decision, hold))
                .onFailure(ServiceException.Refusal.class)
                .recoverWithItem(refused -> refused((ServiceException.Refusal) refused));
    }

    private Uni<ReleaseStep> upheld(Objection objection, ObjectionDecision decision, HoldOfCase hold) {
        if (hold.freeze().isPresent()) {
            Freeze freeze = hold.freeze().get();
            return mayBeHoldingSoon(freeze) ? item(ReleaseStep.WAITING) : lift(objection, decision, freeze);
        }
        return hold.stop()
                .map(stop -> liftingStops
                        .lift(
                                stop.applicationId().toString(),
                                objection.caseId().toString(),
                                new Decision(reason(decision), "objection " + objection.id(), decision.officer()))
                        .map(lift ->
                                lift.map(sent -> ReleaseStep.ordered(sent.id())).orElse(ReleaseStep.DONE)))
                .orElseGet(() -> item(ReleaseStep.DONE));
    }

    /** A freeze that was called off leaves the stop that it waited for. */
    private Uni<ReleaseStep> lift(Objection objection, ObjectionDecision decision, Freeze freeze) {
        boolean unrelated = objection.content().grounds() == ObjectionGrounds.UNRELATED_FUNDS;
        return measure(decision)
                .map(measure -> liftingFreezes
                        .lift(amendment(freeze, decision, measure), unrelated)
                        .chain(lift -> lift.map(sent -> item(ReleaseStep.ordered(sent.id())))
                                .orElseGet(() -> order(objection))))
                .orElseGet(OrderingReleases::withoutDocument);
    }

    private Uni<ReleaseStep> limited(Objection objection, ObjectionDecision decision, HoldOfCase hold) {
        if (hold.freeze().filter(HoldOfCase::isAwaited).isPresent()) {
            ApplicationId freeze = hold.freeze().get().id();
            return item(ReleaseStep.ordered(freeze));
        }
        if (!hold.needs(ObjectionOutcome.LIMITED)) {
            return item(ReleaseStep.DONE);
        }
        if (hold.highest().isZero()) {
            return item(ReleaseStep.declined("NOTHING_TO_FREEZE"));
        }
        return measure(decision)
                .map(measure -> hold.freeze()
                        .map(freeze -> changing.change(
                                        amendment(freeze, decision, measure),
                                        hold.highest().fen())
                                .map(change -> ReleaseStep.ordered(change.id())))
                        .orElseGet(() -> freezing.order(freeze(objection, decision, measure))
                                .map(ordered ->
                                        ReleaseStep.ordered(ordered.freeze().id()))))
                .orElseGet(OrderingReleases::withoutDocument);
    }

    /** Nobody knows yet whether the institution holds it: it can be lifted once that is known. */
    private static boolean mayBeHoldingSoon(Freeze freeze) {
        return freeze.state().isUndecided() && !freeze.wasNeverSent();
    }

    private static AmendmentRequest amendment(Freeze freeze, ObjectionDecision decision, Measure measure) {
        return new AmendmentRequest(freeze.id().toString(), reason(decision), measure, decision.officer());
    }

    private static FreezeRequest freeze(Objection objection, ObjectionDecision decision, Measure measure) {
        return new FreezeRequest(
                objection.caseId().toString(),
                objection.content().account().institutionCode(),
                objection.content().account().number(),
                Optional.of(HoldMode.LIMITED),
                Optional.empty(),
                reason(decision),
                measure,
                false,
                decision.officer());
    }

    private static Optional<Measure> measure(ObjectionDecision decision) {
        return decision.basis()
                .map(basis -> new Measure(
                        basis.documentDigest(),
                        basis.approver().officer(),
                        Optional.of(basis.approver().level())));
    }

    /** As much of the reason as an institution's books take, on one line. */
    private static String reason(ObjectionDecision decision) {
        String line = decision.reason().replaceAll("\\s+", " ").strip();
        if (line.length() <= MAX_REASON) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(MAX_REASON - 1)) ? MAX_REASON - 1 : MAX_REASON;
        return line.substring(0, end);
    }

    /** The case has frozen the account since the decision was taken without a document. */
    private static Uni<ReleaseStep> withoutDocument() {
        return item(ReleaseStep.declined("MISSING"));
    }

    /** Another order of the same kind is waited for. */
    private static ReleaseStep refused(ServiceException.Refusal refusal) {
        return refusal.code().endsWith(IN_PROGRESS) || refusal.code().equals(CLAIM_ENDED)
                ? ReleaseStep.WAITING
                : ReleaseStep.declined(refusal.code());
    }

    private static Uni<ReleaseStep> item(ReleaseStep step) {
        return Uni.createFrom().item(step);
    }
}
