package org.stoppayment.recovery.plans.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.recovery.attribution.domain.AccountShares;
import org.stoppayment.recovery.attribution.domain.Ledger;

/** Refunds of a frozen account whose bookings are known, worked out by hand. */
class RefundsOfLedgersTest {

    @Test
    void singleVictimGetsWhatIsLeft() {
        AccountRefund refund = refund(new Ledger().paid(1, "A", 100_000_00).cash("A", 27_000_00));

        assertRefund(refund, RefundMethod.DIRECT_SINGLE, 73_000_00);
    }

    @Test
    void moneyThatLeftBeforeTheSecondCameIsTheFirstVictims() {
        AccountRefund refund = refund(
                new Ledger().paid(1, "A", 100_000_00).cash("A", 100_000_00).paid(2, "A", 50_000_00));

        assertRefund(refund, RefundMethod.DIRECT_TIMESTAMP, 50_000_00);
    }

    @Test
    void partOfTheFirstIsLeft() {
        AccountRefund refund = refund(
                new Ledger().paid(1, "A", 100_000_00).cash("A", 60_000_00).paid(2, "A", 50_000_00));

        assertRefund(refund, RefundMethod.DIRECT_TIMESTAMP, 40_000_00, 50_000_00);
    }

    @Test
    void mixedMoneyIsDividedInProportion() {
        AccountRefund refund = refund(new Ledger()
                .paid(1, "A", 60_000_00)
                .paid(2, "A", 30_000_00)
                .paid(3, "A", 30_000_00)
                .cash("A", 20_000_00));

        assertRefund(refund, RefundMethod.PROPORTIONAL, 50_000_00, 25_000_00, 25_000_00);
    }

    @Test
    void inflowsOfOneVictimAreNotTakenTogether() {
        AccountRefund refund = refund(new Ledger()
                .paid(1, "A", 10_00)
                .paid(2, "A", 10_00)
                .paid(1, "A", 10_00)
                .cash("A", 20_00));

        assertRefund(refund, RefundMethod.PROPORTIONAL, 6_67, 3_33);
    }

    @Test
    void incompleteStatementIsNotReturnedDirectly() {
        AccountRefund refund =
                refund(new Ledger().paid(1, "A", 100_00).cash("A", 20_00).balance("A", 70_00));

        assertThat(refund.method()).isEqualTo(RefundMethod.PROPORTIONAL);
    }

    /** All that is left on account A is frozen, and all losses are proven. */
    private static AccountRefund refund(Ledger ledger) {
        AccountShares account = ledger.attribution().account(Ledger.account("A"));
        List<Claim> claims = account.money().byCase().entrySet().stream()
                .map(share -> new Claim(share.getKey(), share.getValue(), Long.MAX_VALUE, 0))
                .toList();
        return AccountRefund.of(HeldMoney.of(account.money().total(), account.provenance(), account.inflows()), claims);
    }

    private static void assertRefund(AccountRefund refund, RefundMethod method, long... fen) {
        assertThat(refund.method()).isEqualTo(method);
        assertThat(refund.payouts().stream().mapToLong(Payout::fen).toArray()).containsExactly(fen);
    }
}
