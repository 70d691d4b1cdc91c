package org.stoppayment.recovery.plans.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.recovery.attribution.application.ViewingShares;
import org.stoppayment.recovery.eligibility.application.Victims;
import org.stoppayment.recovery.plans.application.Plans.Saved;
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
    private final DueDrafts due;
    private final Ids ids;
    private final InstantSource clock;

    PlanningRefunds(
            ViewingShares shares,
            HeldAccounts held,
            Victims victims,
            Plans plans,
            DueDrafts due,
            Ids ids,
            InstantSource clock) {
        this.shares = shares;
        this.held = held;
        this.victims = victims;
        this.plans = plans;
        this.due = due;
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
        return shares.computed(key)
                .chain(computed -> held.holdsOn(key)
                        .invoke(holds -> requireHeld(key, holds.isEmpty())) // most of it need not be read then
                        .chain(holds -> held.ownersOf(key).chain(owners -> shares.path(key)
                                .map(path -> new HeldAccount(computed.shares(), holds, owners, path)))))
                .invoke(account -> requirePlannable(key, account));
    }

    private static void requirePlannable(AccountRef.Key key, HeldAccount account) {
        requireHeld(key, account.holds().isEmpty());
        if (account.claimants().isEmpty()) {
            throw new ServiceException.Refusal(
                    "NO_SHARES", "account: " + key + " (expected: an account that holds money of a victim)");
        }
    }

    private static void requireHeld(AccountRef.Key key, boolean isNothingHeld) {
        if (isNothingHeld) {
            throw new ServiceException.Refusal(
                    "NOTHING_HELD", "account: " + key + " (expected: an account with a stop or a freeze in effect)");
        }
    }

    private Uni<StoredPlan> plan(List<HeldAccount> accounts, Officer officer) {
        Set<CaseId> cases = accounts.stream()
                .flatMap(account -> account.claimants().stream())
                .collect(Collectors.toUnmodifiableSet());
        return victims.find(cases)
                .chain(known -> held.filed(cases)
                        .map(filed -> new RefundPlan(
                                ids.newPlanId(), clock.instant(), officer, PlannedRefunds.of(accounts, known, filed))))
                .chain(plans::save)
                .chain(saved ->
                        due.mark(againDue(saved, officer), clock.instant()).replaceWith(saved.plan()));
    }

    /** What an officer's plan was made from may have changed while it was made. */
    private static Set<AccountRef.Key> againDue(Saved saved, Officer officer) {
        Set<AccountRef.Key> again = new HashSet<>(saved.freed());
        if (!officer.equals(Officer.SYSTEM)) {
            again.addAll(saved.plan().plan().keys());
        }
        return again;
    }
}
