package org.stoppayment.freeze.objections.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.freeze.holds.application.FiledCases;
import org.stoppayment.freeze.holds.application.HoldInput;
import org.stoppayment.freeze.holds.application.Measure;
import org.stoppayment.freeze.holds.application.OrderingFreezes;
import org.stoppayment.freeze.holds.application.amendments.ChangingFreezes;
import org.stoppayment.freeze.holds.application.amendments.LiftingFreezes;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.objections.domain.Objection;
import org.stoppayment.freeze.objections.domain.ObjectionOutcome;
import org.stoppayment.freeze.rules.domain.HoldRules;
import org.stoppayment.kernel.ServiceException;

/** What a decision to release must fulfil before it is taken, so that the release is not refused afterwards. */
@ApplicationScoped
class ReleaseRules {

    private final HoldsOfCases holds;
    private final FiledCases cases;
    private final ChangingFreezes changing;
    private final HoldRules rules;

    ReleaseRules(HoldsOfCases holds, FiledCases cases, ChangingFreezes changing, HoldRules rules) {
        this.holds = holds;
        this.cases = cases;
        this.changing = changing;
        this.rules = rules;
    }

    /** Fails with the refusal of the decision, if there is one. */
    Uni<Void> require(Objection objection, ObjectionOutcome outcome, Measure measure) {
        if (!outcome.releases()) {
            return Uni.createFrom().voidItem();
        }
        return holds.of(objection).chain(hold -> {
            if (!hold.isHeld()) {
                throw new ServiceException.Refusal(
                        "NOT_HELD",
                        "account " + objection.content().account()
                                + " (expected: an account that a stop or a freeze of the case holds)");
            }
            return outcome == ObjectionOutcome.UPHELD ? upheld(hold, measure) : limited(objection, hold, measure);
        });
    }

    private static Uni<Void> upheld(HoldOfCase hold, Measure measure) {
        hold.freeze().ifPresent(freeze -> {
            new HoldInput().measure(measure).refuse();
            LiftingFreezes.requireLiftable(freeze, measure);
        });
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> limited(Objection objection, HoldOfCase hold, Measure measure) {
        if (hold.freeze().isEmpty()) {
            return cases.find(objection.caseId())
                    .invoke(found -> OrderingFreezes.requireFiled(found))
                    .invoke(() -> {
                        requireMoney(objection, hold);
                        new HoldInput().measure(measure).refuse();
                        HoldInput.approver(measure, rules.approval(false));
                    })
                    .replaceWithVoid();
        }
        Freeze freeze = hold.freeze().get();
        requireMoney(objection, hold);
        if (!hold.needs(ObjectionOutcome.LIMITED)) {
            throw new ServiceException.Refusal(
                    "NOTHING_TO_RELEASE",
                    "freeze " + freeze.id() + " holds no more than the case's money, "
                            + hold.highest().fen() + " fen (expected: a freeze that holds more)");
        }
        new HoldInput().measure(measure).refuse();
        changing.requireChangeable(freeze, measure);
        return Uni.createFrom().voidItem();
    }

    private static void requireMoney(Objection objection, HoldOfCase hold) {
        if (hold.highest().isZero()) {
            throw new ServiceException.Refusal(
                    "NOTHING_TO_FREEZE",
                    "account " + objection.content().account()
                            + ": the case has no money there (expected: an account with money of the case; else UPHELD)");
        }
    }
}
