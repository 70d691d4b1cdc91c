package org.stoppayment.recovery.plans.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.PlanId;
import org.stoppayment.recovery.plans.domain.PlanState;
import org.stoppayment.recovery.plans.domain.RefundPlan;

/** Port: plans. */
public interface Plans {

    /** Stores a plan. It takes the place of the draft for the same accounts; when that says the same, it is answered instead. */
    Uni<StoredPlan> save(RefundPlan plan);

    /** The plan of an id. */
    Uni<Optional<StoredPlan>> find(PlanId id);

    /** All plans that there were for the accounts of a plan, itself included. */
    Uni<List<PlanId>> forSameAccounts(PlanId id);

    /** Plans that meet the filter, the latest first. */
    Uni<List<StoredPlan>> list(Filter filter, int max);

    /**
     * A stored plan.
     *
     * @param plan the plan
     * @param state where it stands
     * @param digest SHA-256 of its content
     * @param supersededBy the plan that has taken its place
     */
    record StoredPlan(RefundPlan plan, PlanState state, String digest, Optional<PlanId> supersededBy) {}

    /**
     * Which plans.
     *
     * @param caseId only those that pay its victim
     * @param includeSuperseded also those whose place another has taken
     * @param before only those made before this one
     */
    record Filter(Optional<CaseId> caseId, boolean includeSuperseded, Optional<PlanId> before) {}
}
