package org.stoppayment.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.cli.cases.Progress.ACCOUNT;
import static org.stoppayment.cli.cases.Progress.stopped;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.cases.Expected.ExpectedAccount;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;

class ComparisonTest {

    private static final ExpectedAccount FIRST = new ExpectedAccount(ACCOUNT, 1, "IN_EFFECT", 100, 100);
    private static final ExpectedAccount SECOND = new ExpectedAccount("777", 2, "IN_EFFECT", 40, 40);

    private static Expected expected(ExpectedAccount... accounts) {
        return new Expected(List.of(accounts), null, null, null, null, null, null, null, null);
    }

    private static List<Difference> compared(Expected expected, StopOrder.Builder... orders) {
        return Comparison.of(expected, Progress.of(orders).build());
    }

    @Test
    void aCaseThatIsAsExpectedHasNoDifferences() {
        Expected expected = new Expected(List.of(FIRST, SECOND), null, 140L, 140L, null, null, null, null, 2);

        assertThat(compared(expected, stopped(ACCOUNT, 1, 100), stopped("777", 2, 40)))
                .isEmpty();
    }

    @Test
    void everyFieldOfAnAccountIsCompared() {
        StopOrder.Builder order = stopped(ACCOUNT, 3, 100)
                .setState(StopOrderState.STOP_ORDER_STATE_DECLINED)
                .setTaintedHeldFen(1)
                .setBalanceHeldFen(2);

        assertThat(compared(expected(FIRST), order))
                .containsExactly(
                        new Difference(ACCOUNT, "level", "1", "3"),
                        new Difference(ACCOUNT, "state", "IN_EFFECT", "DECLINED"),
                        new Difference(ACCOUNT, "taintedHeldFen", "100", "1"),
                        new Difference(ACCOUNT, "balanceHeldFen", "100", "2"));
    }

    @Test
    void anAccountWithoutAnOrderIsADifference() {
        assertThat(compared(expected(FIRST))).containsExactly(new Difference(ACCOUNT, "order", "IN_EFFECT", "none"));
    }

    @Test
    void anOrderOnAnAccountThatIsNotListedIsADifference() {
        assertThat(compared(expected(FIRST), stopped(ACCOUNT, 1, 100), stopped("999", 1, 5)))
                .containsExactly(new Difference("999", "order", "none", "IN_EFFECT"));
    }

    @Test
    void theNewestOrderOfAnAccountCounts() {
        StopOrder.Builder declined = stopped(ACCOUNT, 1, 0).setState(StopOrderState.STOP_ORDER_STATE_DECLINED);

        assertThat(compared(expected(FIRST), declined, stopped(ACCOUNT, 1, 100)))
                .isEmpty();
    }

    @Test
    void totalsAreComparedWhenGiven() {
        Expected expected = new Expected(List.of(FIRST), null, 101L, 102L, null, null, null, null, 9);

        assertThat(compared(expected, stopped(ACCOUNT, 1, 100)))
                .containsExactly(
                        new Difference("total", "taintedHeldFen", "101", "100"),
                        new Difference("total", "balanceHeldFen", "102", "100"),
                        new Difference("total", "levels", "9", "1"));
    }

    @Test
    void reportedAndRestoredSumsAreComparedWhenGiven() {
        Expected expected = new Expected(List.of(FIRST), 8L, null, null, null, null, 3L, null, null);
        CaseProgress progress = Progress.of(stopped(ACCOUNT, 1, 100))
                .setReportedFen(8)
                .setRestoredFen(4)
                .build();

        assertThat(Comparison.of(expected, progress)).containsExactly(new Difference("total", "restoredFen", "3", "4"));
    }

    @Test
    void frozenSumIsComparedWhenGiven() {
        Expected expected = new Expected(List.of(FIRST), null, null, null, null, null, null, 7L, null);
        CaseProgress progress =
                Progress.of(stopped(ACCOUNT, 1, 100)).setFrozenFen(6).build();

        assertThat(Comparison.of(expected, progress)).containsExactly(new Difference("total", "frozenFen", "7", "6"));
    }

    @Test
    void cashAndMerchantSumsAreComparedWhenGiven() {
        Expected expected = new Expected(List.of(FIRST), null, null, null, 5L, 6L, null, null, null);
        CaseProgress progress = Progress.of(stopped(ACCOUNT, 1, 100))
                .setCashFen(5)
                .setMerchantFen(7)
                .build();

        assertThat(Comparison.of(expected, progress)).containsExactly(new Difference("total", "merchantFen", "6", "7"));
    }
}
