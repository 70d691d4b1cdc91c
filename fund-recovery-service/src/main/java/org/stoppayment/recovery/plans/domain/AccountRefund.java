package org.stoppayment.recovery.plans.domain;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.stoppayment.recovery.shared.domain.Apportionment;

/**
 * How the money of one account is divided among its victims.
 *
 * <p>Directly, each victim gets the claim. In proportion, the lesser of what is held and of all claims is divided by the claims; fen by
 * largest remainder, then by the id of the case. What is left over stays frozen to its original end.
 *
 * @param money what is held
 * @param method how it is divided
 * @param payouts by the id of the case
 */
public record AccountRefund(HeldMoney money, RefundMethod method, List<Payout> payouts) {

    private static final Comparator<Claim> BY_CASE =
            Comparator.comparing(claim -> claim.caseId().toString());

    public AccountRefund {
        payouts = List.copyOf(payouts);
    }

    /** Divides the money of an account; each case has one claim at most. */
    public static AccountRefund of(HeldMoney money, List<Claim> claims) {
        List<Claim> sorted = claims.stream().sorted(BY_CASE).toList();
        long claimed = sorted.stream().mapToLong(Claim::fen).reduce(0, Math::addExact);
        if (money.isUnique() && claimed <= money.heldFen()) {
            RefundMethod method = money.inflows() == 1 ? RefundMethod.DIRECT_SINGLE : RefundMethod.DIRECT_TIMESTAMP;
            return new AccountRefund(
                    money,
                    method,
                    sorted.stream().map(claim -> new Payout(claim, claim.fen())).toList());
        }
        long[] parts = Apportionment.divide(
                Math.min(money.heldFen(), claimed),
                sorted.stream().mapToLong(Claim::fen).toArray());
        return new AccountRefund(
                money,
                RefundMethod.PROPORTIONAL,
                IntStream.range(0, parts.length)
                        .mapToObj(i -> new Payout(sorted.get(i), parts[i]))
                        .toList());
    }

    /** The sum of all claims in fen. */
    public long claimedFen() {
        return payouts.stream().mapToLong(payout -> payout.claim().fen()).reduce(0, Math::addExact);
    }

    /** The sum that is paid, in fen. */
    public long paidFen() {
        return payouts.stream().mapToLong(Payout::fen).reduce(0, Math::addExact);
    }

    /** What stays frozen, in fen. */
    public long residualFen() {
        return money.heldFen() - paidFen();
    }
}
