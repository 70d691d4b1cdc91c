package org.stoppayment.recovery.notices.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.notices.domain.Readiness;
import org.stoppayment.recovery.plans.application.Plans;
import org.stoppayment.recovery.plans.application.Plans.RelatedPlan;
import org.stoppayment.recovery.plans.application.Plans.StoredPlan;
import org.stoppayment.recovery.plans.application.ViewingPlans;

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

    /** The readiness of a plan. */
    public Uni<Checked> check(StoredPlan stored) {
        return plans.related(stored.plan().id()).chain(related -> {
            List<PlanId> same = ids(related.stream().filter(RelatedPlan::paysTheSame));
            return notices.latest(same).chain(notice -> notices.objectionsTo(ids(related.stream()))
                    .chain(objections -> plans.draftsOfTheVictimsOf(
                                    stored.plan().id())
                            .map(standing -> new Checked(
                                    stored,
                                    Readiness.of(
                                            stored.plan(),
                                            new Readiness.Context(
                                                    stored.state(),
                                                    notice,
                                                    objections,
                                                    same,
                                                    Readiness.exceedsLoss(stored.plan(), standing)),
                                            clock.instant())))));
        });
    }

    private static List<PlanId> ids(Stream<RelatedPlan> plans) {
        return plans.map(RelatedPlan::id).toList();
    }

    /**
     * A plan and its readiness.
     *
     * @param stored the plan
     * @param readiness whether it may be carried out
     */
    public record Checked(StoredPlan stored, Readiness readiness) {}
}
