package org.stoppayment.recovery.plans.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ids.CaseId;

/** Refunds worked out by hand; those that depend on how money came in are in {@link RefundsOfLedgersTest}. */
class RefundExamplesTest {

    private static final HeldMoney MIXED = held(100_000_00);

    @Test
    void claimsAboveTheHeldSumAreCutInProportion() {
        AccountRefund refund = AccountRefund.of(MIXED, claims(25_000_00, 50_000_00, 90_000_00));

        assertPays(refund, 15_151_52, 30_303_03, 54_545_45);
        assertThat(refund.residualFen()).isZero();
    }

    @Test
    void equalRemaindersGoByCase() {
        assertPays(AccountRefund.of(held(1_00), claims(1_00, 1_00, 1_00)), 34, 33, 33);
    }

    @Test
    void residualStaysFrozen() {
        AccountRefund refund = AccountRefund.of(held(150_000_00), claims(60_000_00, 30_000_00));

        assertPays(refund, 60_000_00, 30_000_00);
        assertThat(refund.residualFen()).isEqualTo(60_000_00);
    }

    @Test
    void restoredMoneyIsNotPaidAgain() {
        Claim claim = new Claim(caseId(1), 90_000_00, 100_000_00, 20_000_00);

        assertThat(claim.fen()).isEqualTo(80_000_00);
        assertPays(AccountRefund.of(new HeldMoney(90_000_00, true, 1), List.of(claim)), 80_000_00);
    }

    @Test
    void oneFenAmongThree() {
        assertPays(AccountRefund.of(held(1), claims(5_00, 5_00, 5_00)), 1, 0, 0);
    }

    @Test
    void uniqueMoneyIsDividedInProportionWhenLessIsHeldThanClaimed() {
        AccountRefund refund = AccountRefund.of(new HeldMoney(50_00, true, 2), claims(60_00, 40_00));

        assertThat(refund.method()).isEqualTo(RefundMethod.PROPORTIONAL);
        assertPays(refund, 30_00, 20_00);
    }

    @Test
    void nothingClaimedLeavesAllFrozen() {
        AccountRefund refund = AccountRefund.of(held(10_00), claims(0, 0));

        assertPays(refund, 0, 0);
        assertThat(refund.residualFen()).isEqualTo(10_00);
    }

    @Test
    void largestSumsDoNotOverflow() {
        long most = 10_000_000_000_000L;
        AccountRefund refund = AccountRefund.of(held(most), claims(most, most, most));

        assertThat(refund.paidFen()).isEqualTo(most);
        assertThat(refund.payouts().get(0).fen() - refund.payouts().get(2).fen())
                .isEqualTo(1);
    }

    private static HeldMoney held(long fen) {
        return new HeldMoney(fen, false, 3);
    }

    private static CaseId caseId(int number) {
        return new CaseId(new UUID(0, number));
    }

    private static List<Claim> claims(long... fen) {
        return IntStream.range(0, fen.length)
                .mapToObj(i -> new Claim(caseId(i + 1), fen[i], Long.MAX_VALUE, 0))
                .toList();
    }

    private static void assertPays(AccountRefund refund, long... fen) {
        assertThat(refund.payouts())
                .extracting(Payout::fen)
                .containsExactly(
                        IntStream.range(0, fen.length).mapToObj(i -> fen[i]).toArray(Long[]::new));
        assertThat(refund.paidFen() + refund.residualFen())
                .isEqualTo(refund.money().heldFen());
    }
}
