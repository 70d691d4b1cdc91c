package org.stoppayment.recovery.plans.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.eligibility.domain.Eligibility;
import org.stoppayment.recovery.eligibility.domain.RefundCondition;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * A plan for the return of money. It never changes: new facts make a new plan.
 *
 * @param id of the plan
 * @param madeAt when
 * @param madeBy who asked for it; {@link Officer#SYSTEM} for a draft that was made by itself
 * @param accounts in a fixed order
 */
public record RefundPlan(PlanId id, Instant madeAt, Officer madeBy, List<PlannedAccount> accounts) {

    public RefundPlan {
        accounts = List.copyOf(accounts);
    }

    /** Its accounts. */
    public Set<AccountRef.Key> keys() {
        return accounts.stream().map(account -> account.shares().account()).collect(Collectors.toUnmodifiableSet());
    }

    /** The cases whose victims have a part in it. */
    public Set<CaseId> cases() {
        return accounts.stream()
                .flatMap(account -> account.payouts().stream())
                .map(each -> each.payout().claim().caseId())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Conditions that some victim does not meet. */
    public Set<RefundCondition> unmet() {
        return accounts.stream()
                .flatMap(account -> account.payouts().stream())
                .flatMap(each -> each.eligibility().checks().stream())
                .filter(check -> !check.isMet())
                .map(Eligibility.Check::condition)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What may be divided in all, in fen. */
    public long heldFen() {
        return accounts.stream().mapToLong(account -> account.held().heldFen()).reduce(0, Math::addExact);
    }

    /** What is paid in all, in fen. */
    public long paidFen() {
        return accounts.stream().mapToLong(PlannedAccount::paidFen).reduce(0, Math::addExact);
    }
}
