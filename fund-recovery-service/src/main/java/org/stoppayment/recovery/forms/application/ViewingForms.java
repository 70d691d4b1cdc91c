package org.stoppayment.recovery.forms.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.stoppayment.recovery.approvals.application.Approvals;
import org.stoppayment.recovery.approvals.domain.RefundApproval;
import org.stoppayment.recovery.forms.domain.FormName;
import org.stoppayment.recovery.forms.domain.MadeForm;
import org.stoppayment.recovery.forms.domain.PlanForms;
import org.stoppayment.recovery.forms.domain.PlanForms.Obstacle;
import org.stoppayment.recovery.payments.application.Payments;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.plans.application.Plans.StoredPlan;
import org.stoppayment.recovery.plans.application.ViewingPlans;

/** Shows the forms of a plan, and what was made. */
@ApplicationScoped
public class ViewingForms {

    private final ViewingPlans plans;
    private final Approvals approvals;
    private final FormRecords records;
    private final Payments payments;

    ViewingForms(ViewingPlans plans, Approvals approvals, FormRecords records, Payments payments) {
        this.plans = plans;
        this.approvals = approvals;
        this.records = records;
        this.payments = payments;
    }

    /**
     * The forms of a plan.
     *
     * @param options all that it has, in the order of work
     * @param made what was made, in the order of work, each form with its latest version first
     * @param approvedDigest SHA-256 of the decision that was given with the approval
     */
    public record Forms(List<Option> options, List<MadeForm> made, Optional<String> approvedDigest) {}

    /**
     * A form, and whether it can be made now.
     *
     * @param name the form
     * @param obstacle why not; empty when it can
     */
    public record Option(FormName name, Optional<Obstacle> obstacle) {}

    /** The forms of a plan; fails with {@code NotFound} when there is none. */
    public Uni<Forms> view(String planId) {
        return plans.view(planId).chain(stored -> approvals
                .find(stored.plan().id())
                .chain(approval -> payments.ofPlan(stored.plan().id()).chain(ordered -> records.ofPlan(
                                stored.plan().id())
                        .map(made -> new Forms(
                                options(stored, approval, ordered),
                                made,
                                approval.flatMap(RefundApproval::grant).map(RefundApproval.Grant::documentDigest))))));
    }

    private static List<Option> options(StoredPlan stored, Optional<RefundApproval> approval, List<Payment> ordered) {
        return PlanForms.of(stored.plan()).stream()
                .map(name -> new Option(name, PlanForms.obstacle(name, stored.state(), approval, ordered)))
                .toList();
    }
}
