package org.stoppayment.recovery.plans.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.attribution.domain.ComputedShares;
import org.stoppayment.recovery.attribution.domain.MoneyPath;
import org.stoppayment.recovery.eligibility.domain.Eligibility;
import org.stoppayment.recovery.eligibility.domain.Victim;

/**
 * Plans the refunds of accounts. Accounts are taken in a fixed order; where a victim has shares of several, what earlier ones pay counts as
 * restored, so that nobody gets more than the loss.
 */
public final class PlannedRefunds {

    /**
     * What a plan is made from, of one account.
     *
     * @param shares whose money it holds
     * @param holds what holds it; freezes of cases whose victims have no share are left out
     * @param owners cases whose victims paid from it: it is on their side
     * @param path how the money came
     */
    public record HeldAccount(ComputedShares shares, List<PlannedHold> holds, Set<CaseId> owners, MoneyPath path) {

        public HeldAccount {
            Set<CaseId> claimants = claimants(shares, owners);
            holds = holds.stream()
                    .filter(hold -> !hold.isFreeze() || claimants.contains(hold.caseId()))
                    .toList();
        }

        /** The cases whose victims have a share of it; nobody claims money on an account of their own side. */
        public Set<CaseId> claimants() {
            return claimants(shares, owners);
        }

        private static Set<CaseId> claimants(ComputedShares shares, Set<CaseId> owners) {
            Set<CaseId> cases = new HashSet<>(shares.money().byCase().keySet());
            cases.removeAll(owners);
            return cases;
        }

        /** True when a freeze of one of these cases holds it. */
        boolean isFrozen() {
            return holds.stream().anyMatch(PlannedHold::isFreeze);
        }

        /** What freezes hold; without a freeze, what stops hold: each of these holds all. */
        long heldFen() {
            return isFrozen()
                    ? holds.stream()
                            .filter(PlannedHold::isFreeze)
                            .mapToLong(PlannedHold::heldFen)
                            .reduce(0, Math::addExact)
                    : holds.stream().mapToLong(PlannedHold::heldFen).max().orElse(0);
        }
    }

    private static final Comparator<HeldAccount> BY_ACCOUNT = Comparator.comparing(
                    (HeldAccount held) -> held.shares().account().institutionCode())
            .thenComparing(held -> held.shares().account().number());

    private final Map<CaseId, Victim> victims;
    private final Set<CaseId> filed;
    private final Map<CaseId, Long> paid = new HashMap<>();

    private PlannedRefunds(Map<CaseId, Victim> victims, Set<CaseId> filed) {
        this.victims = victims;
        this.filed = filed;
    }

    /** The refunds of accounts; {@code victims} has the victim of each case that has a share. */
    public static List<PlannedAccount> of(List<HeldAccount> accounts, Map<CaseId, Victim> victims, Set<CaseId> filed) {
        PlannedRefunds refunds = new PlannedRefunds(victims, filed);
        return accounts.stream().sorted(BY_ACCOUNT).map(refunds::plan).toList();
    }

    private PlannedAccount plan(HeldAccount account) {
        Map<CaseId, Long> shares = account.shares().money().byCase();
        List<Claim> claims = new ArrayList<>();
        account.claimants().forEach(caseId -> claims.add(claim(victim(caseId), shares.getOrDefault(caseId, 0L))));
        HeldMoney money = HeldMoney.of(
                account.heldFen(),
                account.shares().provenance(),
                account.shares().inflows());
        AccountRefund refund = AccountRefund.of(money, claims);
        refund.payouts().forEach(payout -> paid.merge(payout.claim().caseId(), payout.fen(), Math::addExact));
        return new PlannedAccount(
                account.shares(),
                account.holds().stream()
                        .sorted(Comparator.comparing(hold -> hold.id().toString()))
                        .toList(),
                money,
                refund.method(),
                refund.payouts().stream()
                        .map(payout -> planned(payout, account))
                        .toList(),
                account.path());
    }

    private Claim claim(Victim victim, long shareFen) {
        return new Claim(
                victim.caseId(),
                shareFen,
                victim.lossFen(),
                Math.addExact(victim.allRestoredFen(), paid.getOrDefault(victim.caseId(), 0L)));
    }

    private PlannedPayout planned(Payout payout, HeldAccount account) {
        Victim victim = victim(payout.claim().caseId());
        return new PlannedPayout(
                payout,
                victim.name(),
                Eligibility.of(
                        victim,
                        filed.contains(victim.caseId()),
                        new Eligibility.Account(
                                account.isFrozen(),
                                payout.claim().shareFen(),
                                account.shares().provenance().needsStatement())),
                victim.refundAccount());
    }

    private Victim victim(CaseId caseId) {
        return Optional.ofNullable(victims.get(caseId))
                .orElseThrow(() -> new IllegalArgumentException("victims: none of case " + caseId));
    }
}
