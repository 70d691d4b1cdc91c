package org.stoppayment.recovery.plans.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.plans.domain.PlanState;
import org.stoppayment.recovery.plans.domain.RefundPlan;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Port: plans. */
public interface Plans {

    /**
     * Stores a plan. It takes the place of every draft that has one of its accounts; when the draft of the same accounts says the same, it is
     * answered instead. Fails with a refusal while a plan that has one of its accounts is being paid.
     */
    Uni<Saved> save(RefundPlan plan);

    /** Withdraws the draft that has an account; its other accounts. */
    Uni<Set<AccountRef.Key>> withdraw(AccountRef.Key account);

    /** The accounts of the draft that has an account; this one alone when there is none. */
    Uni<Set<AccountRef.Key>> drafted(AccountRef.Key account);

    /** The plan of an id. */
    Uni<Optional<StoredPlan>> find(PlanId id);

    /** All plans that there were for one of a plan's accounts, itself included. */
    Uni<List<RelatedPlan>> related(PlanId id);

    /** The drafts that pay a victim whom this plan pays, itself included when it is one. */
    Uni<List<RefundPlan>> draftsOfTheVictimsOf(PlanId id);

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
     * @param states only those that stand so
     * @param before only those made before this one
     */
    record Filter(Optional<CaseId> caseId, Set<PlanState> states, Optional<PlanId> before) {}

    /**
     * A plan that was stored.
     *
     * @param plan the plan, or the draft that says the same
     * @param freed accounts of drafts whose place it took, which it does not have
     */
    record Saved(StoredPlan plan, Set<AccountRef.Key> freed) {}

    /**
     * A plan that shares an account with another one.
     *
     * @param id of the plan
     * @param paysTheSame true when what is held, claimed and paid is the same in both
     */
    record RelatedPlan(PlanId id, boolean paysTheSame) {}
}
