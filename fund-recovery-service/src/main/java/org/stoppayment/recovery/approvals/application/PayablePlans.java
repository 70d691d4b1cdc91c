package org.stoppayment.recovery.approvals.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.recovery.notices.application.CheckingReadiness;
import org.stoppayment.recovery.notices.domain.Readiness;
import org.stoppayment.recovery.plans.application.Plans.StoredPlan;
import org.stoppayment.recovery.plans.application.ViewingPlans;
import org.stoppayment.recovery.plans.domain.PlanState;

/** Finds plans that may be approved and paid. */
@ApplicationScoped
public class PayablePlans {

    private final ViewingPlans plans;
    private final CheckingReadiness readiness;

    PayablePlans(ViewingPlans plans, CheckingReadiness readiness) {
        this.plans = plans;
        this.readiness = readiness;
    }

    /**
     * The plan. Fails with {@link ServiceException.NotFound} when there is none, and with a {@link ServiceException.Refusal} when it is no
     * draft any more, says something else than the officer read, or something stands in its way.
     */
    public Uni<StoredPlan> require(String planId, String planDigest) {
        return plans.view(planId)
                .invoke(PayablePlans::requireDraft)
                .invoke(stored -> requireSame(stored, planDigest))
                .chain(readiness::check)
                .invoke(checked -> requireReady(checked.readiness()))
                .map(CheckingReadiness.Checked::stored);
    }

    private static void requireDraft(StoredPlan stored) {
        if (stored.state() != PlanState.DRAFT) {
            throw new ServiceException.Refusal(
                    "PLAN_SUPERSEDED",
                    "planId: " + stored.plan().id() + " (expected: "
                            + stored.supersededBy().map(Object::toString).orElse("a draft") + ")");
        }
    }

    private static void requireSame(StoredPlan stored, String digest) {
        if (!stored.digest().equalsIgnoreCase(digest)) {
            throw new ServiceException.Refusal(
                    "PLAN_CHANGED", "planDigest: " + digest + " (expected: " + stored.digest() + ")");
        }
    }

    private static void requireReady(Readiness readiness) {
        if (!readiness.blockers().isEmpty()) {
            throw new ServiceException.Refusal(
                    "PLAN_BLOCKED",
                    "plan: "
                            + readiness.blockers().stream()
                                    .sorted()
                                    .map(Enum::name)
                                    .collect(Collectors.joining(", "))
                            + " (expected: nothing that stands in its way)");
        }
    }
}
