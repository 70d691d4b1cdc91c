package org.stoppayment.recovery.plans.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.eligibility.domain.RefundCondition;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * A plan in short: without bookings and payouts, of which a plan may have ten thousand, so that many can be held at once.
 *
 * @param id of the plan
 * @param state where it stands
 * @param digest SHA-256 of its content
 * @param madeAt when it was made
 * @param accounts that it divides
 * @param cases whose victims have a part in it
 * @param heldFen what may be divided in all, in fen
 * @param paidFen what it pays in all, in fen
 * @param unmet conditions that some victim does not meet
 */
public record PlanSummary(
        PlanId id,
        PlanState state,
        String digest,
        Instant madeAt,
        List<AccountRef.Key> accounts,
        Set<CaseId> cases,
        long heldFen,
        long paidFen,
        Set<RefundCondition> unmet) {

    public PlanSummary {
        accounts = List.copyOf(accounts);
    }

    /** A plan in short. */
    public static PlanSummary of(RefundPlan plan, PlanState state, String digest) {
        return new PlanSummary(
                plan.id(),
                state,
                digest,
                plan.madeAt(),
                plan.accounts().stream()
                        .map(account -> account.shares().account())
                        .toList(),
                plan.cases(),
                plan.heldFen(),
                plan.paidFen(),
                plan.unmet());
    }
}
