package org.stoppayment.recovery.notices.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.stoppayment.recovery.notices.domain.Readiness;
import org.stoppayment.recovery.plans.application.Plans;
import org.stoppayment.recovery.plans.application.Plans.StoredPlan;
import org.stoppayment.recovery.plans.application.ViewingPlans;
import org.stoppayment.recovery.plans.domain.PlanState;

/** Tells whether a plan may be carried out. */
@ApplicationScoped
public class CheckingReadiness {

    private final ViewingPlans viewing;
    private final Plans plans;
    private final Notices notices;
    private final InstantSource clock;

    CheckingReadiness(ViewingPlans viewing, Plans plans, Notices notices, InstantSource clock) {
        this.viewing = viewing;
        this.plans = plans;
        this.notices = notices;
        this.clock = clock;
    }

    /** The readiness of a plan, and the plan. */
    public Uni<Checked> check(String planId) {
        return viewing.view(planId).chain(this::check);
    }

    private Uni<Checked> check(StoredPlan stored) {
        return plans.forSameAccounts(stored.plan().id())
                .chain(notices::objectionsTo)
                .chain(objections -> notices.find(stored.plan().id())
                        .map(notice -> new Checked(
                                stored,
                                Readiness.of(
                                        stored.plan(),
                                        stored.state() == PlanState.SUPERSEDED,
                                        notice,
                                        objections,
                                        clock.instant()))));
    }

    /**
     * A plan and its readiness.
     *
     * @param stored the plan
     * @param readiness whether it may be carried out
     */
    public record Checked(StoredPlan stored, Readiness readiness) {}
}
