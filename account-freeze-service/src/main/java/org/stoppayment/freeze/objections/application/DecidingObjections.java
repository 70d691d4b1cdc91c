package org.stoppayment.freeze.objections.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.stoppayment.freeze.holds.application.HoldInput;
import org.stoppayment.freeze.holds.application.Measure;
import org.stoppayment.freeze.objections.application.Objections.Change;
import org.stoppayment.freeze.objections.domain.Objection;
import org.stoppayment.freeze.objections.domain.ObjectionDecision;
import org.stoppayment.freeze.objections.domain.ObjectionDueTimes;
import org.stoppayment.freeze.objections.domain.ObjectionOutcome;
import org.stoppayment.freeze.objections.domain.ObjectionState;
import org.stoppayment.freeze.rules.domain.ApprovalLevel;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ServiceException;

/** Decides objections. What follows from a decision is durable with it, and ordered at once; see {@link ReleasingObjections}. */
@ApplicationScoped
public class DecidingObjections {

    private final NamedObjections named;
    private final Objections objections;
    private final ReleaseRules rules;
    private final ReleasingObjections releasing;
    private final ObjectionDueTimes dueTimes;
    private final InstantSource clock;

    DecidingObjections(
            NamedObjections named,
            Objections objections,
            ReleaseRules rules,
            ReleasingObjections releasing,
            ObjectionDueTimes dueTimes,
            InstantSource clock) {
        this.named = named;
        this.objections = objections;
        this.rules = rules;
        this.releasing = releasing;
        this.dueTimes = dueTimes;
        this.clock = clock;
    }

    /**
     * A decision, as given.
     *
     * @param objectionId of the objection
     * @param outcome the outcome
     * @param reason why
     * @param measure document and approval; empty parts when the outcome needs none
     * @param officer who decides
     */
    public record Request(
            String objectionId, Optional<ObjectionOutcome> outcome, String reason, Measure measure, Officer officer) {}

    /** Decides an objection; as it stands once the decision is durable and its release was tried. A repeated request answers the same. */
    public Uni<Objection> decide(Request request) {
        ObjectionInput input = new ObjectionInput()
                .id("objectionId", request.objectionId())
                .present("outcome", request.outcome(), "UPHELD, LIMITED, REJECTED or WITHDRAWN")
                .reason(request.reason())
                .officer("operator", request.officer());
        if (request.outcome().filter(outcome -> !outcome.releases()).isPresent()) {
            input.noMeasure(request.measure());
        }
        input.refuse();
        if (!ObjectionInput.isEmpty(request.measure())) {
            new HoldInput().measure(request.measure()).refuse();
        }
        ObjectionDecision decision = decision(request);
        return named.find(request.objectionId())
                .chain(objection -> objection.state() == ObjectionState.OPEN
                        ? rules.require(objection, decision.outcome(), request.measure())
                                .chain(() -> decide(objection, decision))
                        : Uni.createFrom().item(requireRepeated(objection, decision)));
    }

    private Uni<Objection> decide(Objection objection, ObjectionDecision decision) {
        return objections
                .change(
                        objection.id(),
                        current -> current.state() == ObjectionState.OPEN
                                ? Optional.of(current.decided(decision))
                                        .map(after -> new Change(after, dueTimes.next(after, clock.instant())))
                                : Optional.empty())
                .map(after -> requireRepeated(after, decision))
                .chain(after -> after.state() == ObjectionState.RELEASING
                        ? releasing.stepNow(after)
                        : Uni.createFrom().item(after));
    }

    private ObjectionDecision decision(Request request) {
        Measure measure = request.measure();
        return new ObjectionDecision(
                request.outcome().orElseThrow(),
                request.reason(),
                request.officer(),
                clock.instant(),
                ObjectionInput.isEmpty(measure)
                        ? Optional.empty()
                        : Optional.of(new ObjectionDecision.Basis(
                                HoldInput.digest(measure), HoldInput.approver(measure, ApprovalLevel.COUNTY))));
    }

    private static Objection requireRepeated(Objection kept, ObjectionDecision decision) {
        if (kept.decision().filter(made -> made.isRepeatedBy(decision)).isEmpty()) {
            throw alreadyDecided(kept);
        }
        return kept;
    }

    /** The refusal of what may only be done to an undecided objection. */
    static ServiceException.Refusal alreadyDecided(Objection objection) {
        return new ServiceException.Refusal(
                "ALREADY_DECIDED",
                "objection " + objection.id() + " is " + objection.state() + " (expected: OPEN, or the same decision)");
    }
}
