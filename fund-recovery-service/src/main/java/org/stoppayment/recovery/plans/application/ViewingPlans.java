package org.stoppayment.recovery.plans.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.plans.application.Plans.Filter;
import org.stoppayment.recovery.plans.application.Plans.StoredPlan;
import org.stoppayment.recovery.plans.domain.PlanState;

/** Shows plans. */
@ApplicationScoped
public class ViewingPlans {

    private static final int DEFAULT_PAGE = 100;
    private static final int MAX_PAGE = 500;
    private static final Set<PlanState> STANDING = EnumSet.of(PlanState.DRAFT, PlanState.PAYING, PlanState.PAID);

    private final Plans plans;

    ViewingPlans(Plans plans) {
        this.plans = plans;
    }

    /** A plan; fails with {@link ServiceException.NotFound} when there is none. */
    public Uni<StoredPlan> view(String planId) {
        PlanId id = new PlanId(Ids.parseField("planId", planId));
        return plans.find(id)
                .map(found -> found.orElseThrow(() -> new ServiceException.NotFound("planId", id.toString())));
    }

    /**
     * Plans, the latest first.
     *
     * @param caseId only those that pay its victim; empty for all
     * @param includeSuperseded also those whose place another has taken, and those that were withdrawn
     * @param pageSize maximum number, 1..500; 0 means 100
     * @param after id of the last plan of the page before; empty for the first page
     */
    public Uni<List<StoredPlan>> list(String caseId, boolean includeSuperseded, int pageSize, String after) {
        if (pageSize < 0 || pageSize > MAX_PAGE) {
            throw new ServiceException.InvalidInput(
                    "pageSize", "OUT_OF_RANGE", "value: " + pageSize + " (expected: 0.." + MAX_PAGE + ")");
        }
        Filter filter = new Filter(
                caseId.isEmpty() ? Optional.empty() : Optional.of(new CaseId(Ids.parseField("caseId", caseId))),
                includeSuperseded ? EnumSet.allOf(PlanState.class) : STANDING,
                after.isEmpty() ? Optional.empty() : Optional.of(new PlanId(Ids.parseField("pageToken", after))));
        return plans.list(filter, pageSize == 0 ? DEFAULT_PAGE : pageSize);
    }
}
