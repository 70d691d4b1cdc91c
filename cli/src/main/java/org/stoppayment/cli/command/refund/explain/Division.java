package org.stoppayment.cli.command.refund.explain;

import java.math.BigInteger;
import java.util.List;
import org.stoppayment.proto.recovery.v1.AccountRefund;
import org.stoppayment.proto.recovery.v1.Payout;
import org.stoppayment.proto.recovery.v1.RefundMethod;

/**
 * The arithmetic behind the payouts of an account, worked out again from the claims, so that a reader can check it: P = min(F, C); each
 * gets P × claim / C, rounded down, and some get one more fen.
 *
 * @param heldFen F: what may be divided
 * @param claimedFen C: the sum of the claims
 * @param parts by payout
 */
record Division(long heldFen, long claimedFen, List<Part> parts) {

    private static final int REMAINDER_DIGITS = 10_000;

    /**
     * A payout.
     *
     * @param payout as the plan has it
     * @param floorFen the part, rounded down
     * @param tenThousandths what rounding down cut off, in 1/10000 fen
     */
    record Part(Payout payout, long floorFen, int tenThousandths) {

        /** Left-over fen that it got: 0 or 1, where the plan is right. */
        long extraFen() {
            return payout.getPayFen() - floorFen;
        }
    }

    static Division of(AccountRefund refund) {
        long claimed =
                refund.getPayoutsList().stream().mapToLong(Payout::getClaimFen).reduce(0, Math::addExact);
        long divided = Math.min(refund.getHeldFen(), claimed);
        boolean isProportional = refund.getMethod() == RefundMethod.REFUND_METHOD_PROPORTIONAL && claimed > 0;
        return new Division(
                refund.getHeldFen(),
                claimed,
                refund.getPayoutsList().stream()
                        .map(payout -> isProportional
                                ? part(payout, divided, claimed)
                                : new Part(payout, payout.getClaimFen(), 0))
                        .toList());
    }

    private static Part part(Payout payout, long divided, long claimed) {
        BigInteger total = BigInteger.valueOf(claimed);
        BigInteger[] exact = BigInteger.valueOf(divided)
                .multiply(BigInteger.valueOf(payout.getClaimFen()))
                .divideAndRemainder(total);
        return new Part(
                payout,
                exact[0].longValueExact(),
                exact[1].multiply(BigInteger.valueOf(REMAINDER_DIGITS))
                        .divide(total)
                        .intValueExact());
    }

    /** P: what is divided. */
    long dividedFen() {
        return Math.min(heldFen, claimedFen);
    }

    /** What is paid in all. */
    long paidFen() {
        return parts.stream().mapToLong(part -> part.payout().getPayFen()).reduce(0, Math::addExact);
    }

    /** Fen that are left over when all parts are rounded down. */
    long leftOverFen() {
        return dividedFen() - parts.stream().mapToLong(Part::floorFen).reduce(0, Math::addExact);
    }

    /** True when each payout follows from its claim, each claim from its share and loss, and all add up. */
    boolean isConsistent(long residualFen) {
        return paidFen() == Math.min(heldFen, claimedFen)
                && residualFen == heldFen - paidFen()
                && parts.stream().allMatch(part -> part.extraFen() >= 0 && part.extraFen() <= 1)
                && parts.stream().map(Part::payout).allMatch(Division::isClaim);
    }

    private static boolean isClaim(Payout payout) {
        return payout.getClaimFen() == Math.min(payout.getShareFen(), openLossFen(payout))
                && payout.getPayFen() <= payout.getClaimFen();
    }

    /** The loss that is still open, in fen. */
    static long openLossFen(Payout payout) {
        return Math.max(0, payout.getLossFen() - payout.getRestoredFen());
    }
}
