package org.stoppayment.recovery.plans.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.recovery.attribution.application.ViewingShares;
import org.stoppayment.recovery.attribution.domain.ComputedShares;
import org.stoppayment.recovery.eligibility.application.Victims;
import org.stoppayment.recovery.plans.application.Plans.StoredPlan;
import org.stoppayment.recovery.plans.domain.PlannedRefunds;
import org.stoppayment.recovery.plans.domain.PlannedRefunds.HeldAccount;
import org.stoppayment.recovery.plans.domain.RefundPlan;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Makes plans from what is known now. */
@ApplicationScoped
public class PlanningRefunds {

    private final ViewingShares shares;
    private final HeldAccounts held;
    private final Victims victims;
    private final Plans plans;
    private final Ids ids;
    private final InstantSource clock;

    PlanningRefunds(
            ViewingShares shares, HeldAccounts held, Victims victims, Plans plans, Ids ids, InstantSource clock) {
        this.shares = shares;
        this.held = held;
        this.victims = victims;
        this.plans = plans;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The plan of some accounts; that which exists, when nothing has changed.
     *
     * <p>Fails with {@link ServiceException.NotFound} when nothing is known of an account, and with a {@link ServiceException.Refusal} when
     * nothing holds money on it or no victim has a share of it.
     */
    public Uni<StoredPlan> plan(Set<AccountRef.Key> accounts, Officer officer) {
        return Multi.createFrom()
                .iterable(accounts)
                .onItem()
                .transformToUniAndConcatenate(this::account)
                .collect()
                .asList()
                .chain(found -> plan(found, officer));
    }

    private Uni<HeldAccount> account(AccountRef.Key key) {
        return shares.view(key).chain(view -> held.holdsOn(key).map(holds -> {
            ComputedShares computed = view.computed().shares();
            requirePlannable(key, holds.isEmpty(), computed.money().byCase().isEmpty());
            return new HeldAccount(computed, holds, view.path());
        }));
    }

    private static void requirePlannable(AccountRef.Key key, boolean isFree, boolean isNobodys) {
        if (isFree) {
            throw new ServiceException.Refusal(
                    "NOTHING_HELD", "account: " + key + " (expected: an account with a stop or a freeze in effect)");
        }
        if (isNobodys) {
            throw new ServiceException.Refusal(
                    "NO_SHARES", "account: " + key + " (expected: an account that holds money of a victim)");
        }
    }

    private Uni<StoredPlan> plan(List<HeldAccount> accounts, Officer officer) {
        Set<CaseId> cases = accounts.stream()
                .flatMap(account -> account.shares().money().byCase().keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
        return victims.find(cases)
                .chain(known -> held.filed(cases)
                        .map(filed -> new RefundPlan(
                                ids.newPlanId(), clock.instant(), officer, PlannedRefunds.of(accounts, known, filed))))
                .chain(plans::save);
    }
}
