package org.stoppayment.recovery.plans.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.kernel.CaseId;
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
     * @param holds what holds it
     * @param path how the money came
     */
    public record HeldAccount(ComputedShares shares, List<PlannedHold> holds, MoneyPath path) {

        /** True when a freeze holds it. */
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
        shares.forEach((caseId, fen) -> claims.add(claim(victim(caseId), fen)));
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
                Math.addExact(Math.max(0, victim.allRestoredFen()), paid.getOrDefault(victim.caseId(), 0L)));
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
                                account.shares().provenance().needsStatement())));
    }

    private Victim victim(CaseId caseId) {
        return Optional.ofNullable(victims.get(caseId))
                .orElseThrow(() -> new IllegalArgumentException("victims: none of case " + caseId));
    }
}
