package org.stoppayment.recovery.forms.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.stoppayment.recovery.approvals.application.Approvals;
import org.stoppayment.recovery.eligibility.application.Victims;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.notices.application.CheckingReadiness;
import org.stoppayment.recovery.notices.application.CheckingReadiness.Checked;
import org.stoppayment.recovery.notices.application.Notices;
import org.stoppayment.recovery.notices.domain.PlanObjection;
import org.stoppayment.recovery.payments.application.Payments;
import org.stoppayment.recovery.plans.application.Plans;
import org.stoppayment.recovery.plans.application.Plans.RelatedPlan;
import org.stoppayment.recovery.plans.domain.PlannedHold;
import org.stoppayment.recovery.plans.domain.RefundPlan;
import org.stoppayment.recovery.rules.domain.RefundRules;

/** Reads what the forms of a plan say. */
@ApplicationScoped
public class ReadingFormFacts {

    private final CheckingReadiness readiness;
    private final PlanFilings filings;
    private final Victims victims;
    private final Approvals approvals;
    private final Plans plans;
    private final Notices notices;
    private final Payments payments;
    private final RefundRules rules;

    ReadingFormFacts(
            CheckingReadiness readiness,
            PlanFilings filings,
            Victims victims,
            Approvals approvals,
            Plans plans,
            Notices notices,
            Payments payments,
            RefundRules rules) {
        this.readiness = readiness;
        this.filings = filings;
        this.victims = victims;
        this.approvals = approvals;
        this.plans = plans;
        this.notices = notices;
        this.payments = payments;
        this.rules = rules;
    }

    /** The facts of a plan; fails with {@code NotFound} when there is none. */
    public Uni<FormFacts> of(String planId) {
        return readiness.check(planId).chain(this::of);
    }

    private Uni<FormFacts> of(Checked checked) {
        RefundPlan plan = checked.stored().plan();
        return Uni.combine()
                .all()
                .unis(
                        filings.of(plan.cases()),
                        victims.find(plan.cases()),
                        filings.holders(freezes(plan)),
                        filings.transfers(plan.cases()),
                        approvals.find(plan.id()),
                        objections(plan),
                        payments.ofPlan(plan.id()))
                .usingConcurrencyOf(1) // units at the same time must not share a session
                .with((filed, known, holders, reported, approval, objections, ordered) -> new FormFacts(
                        plan,
                        checked.stored().digest(),
                        checked.stored().state(),
                        filed,
                        known,
                        holders,
                        reported,
                        approval,
                        checked.readiness(),
                        objections,
                        ordered,
                        rules));
    }

    private Uni<List<PlanObjection>> objections(RefundPlan plan) {
        return plans.related(plan.id())
                .chain(related -> notices.objectionsTo(
                        related.stream().map(RelatedPlan::id).toList()));
    }

    private static List<UUID> freezes(RefundPlan plan) {
        return plan.accounts().stream()
                .flatMap(account -> account.holds().stream())
                .map(PlannedHold::id)
                .toList();
    }
}
