package org.stoppayment.freeze.holds.application.amendments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.freeze.amendments.application.freezes.FreezeCeiling;
import org.stoppayment.freeze.amendments.application.freezes.FreezeCeilings;
import org.stoppayment.freeze.holds.application.FrozenSums;
import org.stoppayment.freeze.holds.application.HoldInput;
import org.stoppayment.freeze.holds.application.Measure;
import org.stoppayment.freeze.holds.domain.Approver;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeAmendment;
import org.stoppayment.freeze.holds.domain.FreezeAmendment.Terms;
import org.stoppayment.freeze.rules.domain.HoldRules;
import org.stoppayment.kernel.Money;

/** Orders the sums of freezes to be changed. A full freeze becomes a limited one. */
@ApplicationScoped
public class ChangingFreezes {

    private final OrderingAmendments ordering;
    private final FreezeCeilings ceilings;
    private final HoldRules rules;

    ChangingFreezes(OrderingAmendments ordering, FreezeCeilings ceilings, HoldRules rules) {
        this.ordering = ordering;
        this.ceilings = ceilings;
        this.rules = rules;
    }

    /** Makes a change durable and sends it. */
    public Uni<FreezeAmendment> change(AmendmentRequest request, long amountFen) {
        new HoldInput()
                .sum(amountFen)
                .reason(request.reason(), true)
                .measure(request.measure())
                .officer(request.officer())
                .refuse();
        Money amount = Money.ofFen(amountFen);
        return ordering.freeze(request)
                .invoke(freeze -> requireInEffect(freeze))
                .chain(freeze -> requireBelowCeiling(freeze, amount)
                        .chain(() -> ordering.order(
                                freeze, request, approver(freeze, request.measure()), Terms.change(amount))));
    }

    /** Fails with the refusal of a change that nobody has ordered yet, if there is one; the sum is not checked. */
    public void requireChangeable(Freeze freeze, Measure measure) {
        requireInEffect(freeze);
        approver(freeze, measure);
    }

    private static void requireInEffect(Freeze freeze) {
        if (!freeze.state().holdsMoney()) {
            throw OrderingAmendments.notInEffect(freeze, "IN_EFFECT or PARTIAL");
        }
    }

    private Approver approver(Freeze freeze, Measure measure) {
        return HoldInput.approver(measure, rules.approval(freeze.application().major()));
    }

    private Uni<Void> requireBelowCeiling(Freeze freeze, Money amount) {
        return ceilings.of(freeze.caseId(), freeze.application().account().key())
                .invoke(found -> FrozenSums.requireBelow(
                        amount, found.map(FreezeCeiling::highest).orElse(Money.ZERO)))
                .replaceWithVoid();
    }
}
