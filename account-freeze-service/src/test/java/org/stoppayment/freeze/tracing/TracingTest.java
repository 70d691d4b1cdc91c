package org.stoppayment.freeze.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_CASH;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_MERCHANT;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_ONWARD;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_SENDING;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.TracingFixture;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.freeze.v1.TraceNode;
import org.stoppayment.proto.gateway.v1.OutflowKind;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** Following a case's money level by level. */
@QuarkusTest
class TracingTest extends TracingFixture {

    private final String caseId = newCase();
    private final Account a = account();
    private final Account b = Report.account(ABC);
    private final Account c = account();
    private final Account d = Report.account(ABC);

    @Test
    void exampleOfTheRuleIsHeldWhereTheRuleSays() {
        moved(a, 1_000_000, to(b, "1", 8_000_000, 20), to(d, "4", 4_000_000, 50));
        moved(b, 5_000_000, to(c, "2", 7_000_000, 30));
        moved(c, 9_000_000, to(a, "3", 3_000_000, 40));
        moved(d, 4_000_000);

        freeze().deliver(Report.of(caseId).paid(a, 10_000_000));

        Trace trace = awaitTrace(caseId);
        assertThat(List.of(a, b, c, d))
                .extracting(account -> node(trace, account).getSums().getHeldFen())
                .containsExactly(1_000_000L, 1_000_000L, 4_000_000L, 4_000_000L);
        assertThat(List.of(a, b, c, d))
                .extracting(account -> node(trace, account).getLevel())
                .containsExactly(1, 2, 3, 2);
        assertThat(trace.getNodesList()).extracting(TraceNode::getState).containsOnly(STOP_ORDER_STATE_IN_EFFECT);
        assertAddsUp(trace);
        assertThat(gateway().sends()).hasSize(4);
        CaseProgress progress = freeze().progress(caseId);
        assertThat(progress.getReportedFen()).isEqualTo(10_000_000);
        assertThat(progress.getTaintedHeldFen()).isEqualTo(10_000_000);
        assertThat(progress.getBalanceHeldFen()).isEqualTo(19_000_000);
        assertThat(progress.getLevels()).isEqualTo(3);
        assertThat(progress.getUnknownFen()).isZero();
        assertThat(progress.getOrdersList()).extracting(StopOrder::getLevel).containsExactlyInAnyOrder(1, 2, 2, 3);
        bookAll();
        assertThat(booked(caseId, a, FUNDS_POSITION_ONWARD)).isEqualTo(12_000_000 - 3_000_000);
        assertThat(booked(caseId, d, FUNDS_POSITION_ONWARD)).isEqualTo(-4_000_000);
    }

    @Test
    void nextLevelGoesOutAtOnceAndAllOfItTogether() {
        CompletableFuture<Void> answers = new CompletableFuture<>();
        for (Account payee : List.of(b, c, d)) {
            gateway().onSend(payee.getNumber(), Bank.holds(answers, gateway().stops(50_000)));
        }
        moved(a, 0, to(b, "1", 50_000, 20), to(c, "2", 50_000, 21), to(d, "3", 50_000, 22));

        freeze().deliver(Report.of(caseId).paid(a, 150_000));

        await().atMost(PATIENCE).until(() -> gateway().sends().size() == 4);
        assertThat(freeze().progress(caseId).getOrdersList())
                .filteredOn(order -> order.getLevel() == 2)
                .hasSize(3)
                .extracting(StopOrder::getState)
                .containsOnly(STOP_ORDER_STATE_SENDING);
        assertThat(freeze().progress(caseId).getSettled()).isFalse();
        answers.complete(null);
        assertThat(awaitTrace(caseId).getTotal().getHeldFen()).isEqualTo(150_000);
    }

    @Test
    void onwardOrderNamesTheTransferAsThePayersBankBookedIt() {
        moved(a, 0, to(b, "S-77", 90_000, 20));

        freeze().deliver(Report.of(caseId).paid(a, 50_000));

        awaitTrace(caseId);
        SendStopRequest first = gateway().sendsTo(a.getNumber()).get(0);
        SendStopRequest onward = gateway().sendsTo(b.getNumber()).get(0);
        assertThat(onward.getProtective()).isFalse();
        assertThat(onward.getCaseId()).isEqualTo(caseId);
        assertThat(onward.getReason()).isEqualTo(first.getReason());
        assertThat(onward.getOperator()).isEqualTo(first.getOperator());
        assertThat(onward.getAccount()).isEqualTo(b);
        Transfer transfer = onward.getTransfers(0);
        assertThat(transfer.getAmountFen()).isEqualTo(90_000);
        assertThat(transfer.getSerial()).isEqualTo("S-77");
        assertThat(transfer.getPayer().getNumber()).isEqualTo(a.getNumber());
        assertThat(transfer.getTransferredAt().getSeconds())
                .isEqualTo(IN.plus(Duration.ofMinutes(20)).getEpochSecond());
        assertThat(freeze().progress(caseId).getOrdersList())
                .filteredOn(order -> order.getLevel() == 2)
                .extracting(StopOrder::getTaintedFen)
                .containsExactly(50_000L);
    }

    @Test
    void moneyThatLeftInCashOrForGoodsEndsThere() {
        moved(
                a,
                10_000,
                Outcomes.spent(OutflowKind.OUTFLOW_KIND_CASH, "1", 40_000, IN.plusSeconds(900)),
                Outcomes.spent(OutflowKind.OUTFLOW_KIND_MERCHANT, "2", 30_000, IN.plusSeconds(901)));

        freeze().deliver(Report.of(caseId).paid(a, 100_000));

        Trace trace = awaitTrace(caseId);
        assertThat(trace.getNodesList()).hasSize(1);
        assertThat(trace.getTotal().getCashFen()).isEqualTo(40_000);
        assertThat(trace.getTotal().getMerchantFen()).isEqualTo(30_000);
        assertThat(trace.getTotal().getHeldFen()).isEqualTo(10_000);
        assertThat(trace.getTotal().getUnknownFen()).isEqualTo(20_000);
        assertAddsUp(trace);
        assertThat(freeze().progress(caseId).getCashFen()).isEqualTo(40_000);
        assertThat(freeze().progress(caseId).getMerchantFen()).isEqualTo(30_000);
        bookAll();
        assertThat(booked(caseId, a, FUNDS_POSITION_CASH)).isEqualTo(40_000);
        assertThat(booked(caseId, a, FUNDS_POSITION_MERCHANT)).isEqualTo(30_000);
    }

    @Test
    void transferToTheSameAccountAndLoopsOfTwoAndTwentyEnd() {
        moved(a, 20_000, to(a, "0", 30_000, 15), to(b, "1", 80_000, 20));
        moved(b, 20_000, to(a, "2", 60_000, 25));
        freeze().deliver(Report.of(caseId).paid(a, 100_000));
        Trace two = awaitTrace(caseId);
        assertThat(node(two, a).getSums().getReceivedFen()).isEqualTo(90_000);
        assertThat(node(two, a).getSums().getUnknownFen()).isEqualTo(60_000);
        assertAddsUp(two);

        String round = newCase();
        List<Account> ring = IntStream.range(0, 20).mapToObj(i -> account()).toList();
        for (int i = 0; i < 20; i++) {
            moved(ring.get(i), 1_000, to(ring.get((i + 1) % 20), "r", 500_000 - 1_000L * i, 20 + i));
        }
        freeze().deliver(Report.of(round).paid(ring.get(0), 500_000));

        await().atMost(PATIENCE).until(() -> gateway().sends().size() == 2 + 12);
        Trace twenty = awaitTrace(round);
        assertThat(twenty.getNodesList())
                .as("the thirteenth is beyond the limit")
                .hasSize(13);
        assertThat(node(twenty, ring.get(12)).getNotFollowed()).isEqualTo("BEYOND_LEVEL");
        assertThat(node(twenty, ring.get(12)).getSums().getUnknownFen()).isEqualTo(489_000);
        assertAddsUp(twenty);
    }

    @Test
    void littleMoneyIsAccountedForAndFollowedOnceItIsMore() {
        moved(a, 0, to(b, "1", 9_999, 20));
        freeze().deliver(Report.of(caseId).paid(a, 50_000));
        Trace before = awaitTrace(caseId);
        assertThat(node(before, b).getNotFollowed()).isEqualTo("BELOW_THRESHOLD");
        assertThat(node(before, b).getSums().getUnknownFen()).isEqualTo(9_999);
        assertThat(gateway().sends()).hasSize(1);

        freeze().callBack(
                        ICBC,
                        Outcomes.stopped(node(before, a).getApplicationId(), time.instant(), 0)
                                .addOutflows(to(b, "2", 1, 21)));

        await().atMost(PATIENCE).until(() -> gateway().sends().size() == 2);
        Trace after = awaitTrace(caseId);
        assertThat(node(after, b).getNotFollowed()).isEmpty();
        assertThat(node(after, b).getSums().getHeldFen()).isEqualTo(10_000);
        assertThat(gateway().sendsTo(b.getNumber()).get(0).getTransfersList()).hasSize(2);
    }

    @Test
    void caseWithTooManyAccountsMakesNoMoreOrders() {
        database.execute("INSERT INTO trace VALUES ('" + caseId + "', 1, 9999)");
        moved(a, 0, to(b, "1", 50_000, 20), to(d, "2", 50_000, 21));

        freeze().deliver(Report.of(caseId).paid(a, 100_000));

        Trace trace = awaitTrace(caseId);
        assertThat(List.of(node(trace, b).getNotFollowed(), node(trace, d).getNotFollowed()))
                .containsExactlyInAnyOrder("", "TOO_MANY_NODES");
        assertThat(gateway().sends()).hasSize(2);
        assertAddsUp(trace);
    }

    @Test
    void payeeThatNobodyCanRouteWaitsForAPersonAtItsLevel() {
        Account nowhere = Report.account("403100000004", "880000123");
        moved(a, 0, to(nowhere, "1", 50_000, 20));
        freeze().deliver(Report.of(caseId).paid(a, 50_000));

        StopOrder manual = awaitOrder(caseId, nowhere, STOP_ORDER_STATE_MANUAL);

        assertThat(manual.getLevel()).isEqualTo(2);
        assertThat(manual.getManualReason()).isEqualTo("NOT_CONNECTED");
        assertThat(freeze().manual(10, "").getOrdersList())
                .extracting(StopOrder::getApplicationId)
                .containsExactly(manual.getApplicationId());
    }

    @Test
    void payeeWithoutAnInstitutionIsFoundByItsCard() {
        moved(a, 0, to(Report.account("", d.getNumber()), "1", 50_000, 20));

        freeze().deliver(Report.of(caseId).paid(a, 50_000));

        Trace trace = awaitTrace(caseId);
        assertThat(node(trace, d).getAccount().getInstitutionCode()).isEqualTo(ICBC);
        assertThat(node(trace, d).getSums().getHeldFen()).isEqualTo(50_000);
    }

    @Test
    void payeeIsOneAccountHoweverBanksWriteItsNumberAndCode() {
        Account payee = account();
        String number = payee.getNumber();
        moved(
                a,
                0,
                to(Report.account("garbage", number.replaceAll("(.{4})", "$1 ")), "1", 20_000, 20),
                to(Report.account(" " + ICBC, number.replaceAll("(.{4})", "$1-")), "2", 20_000, 21),
                to(Report.account("102100099995", number.replace('0', '０')), "3", 10_000, 22));

        freeze().deliver(Report.of(caseId).paid(a, 50_000));

        Trace trace = awaitTrace(caseId);
        assertThat(trace.getNodesCount()).isEqualTo(2);
        assertThat(node(trace, payee).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(node(trace, payee).getAccount().getInstitutionCode()).isEqualTo(ICBC);
        assertThat(node(trace, payee).getSums().getHeldFen()).isEqualTo(50_000);
        assertThat(gateway().sends()).hasSize(2);
    }

    @Test
    void traceShowsWhenEachLevelWasReached() {
        moved(a, 0, to(b, "1", 50_000, 20));
        freeze().deliver(Report.of(caseId).paid(a, 50_000));

        Trace trace = awaitTrace(caseId);
        TraceNode onward = node(trace, b);

        assertThat(onward.getFirstTracedAt().getSeconds())
                .isEqualTo(IN.plus(Duration.ofMinutes(20)).getEpochSecond());
        assertThat(onward.hasPlacedAt() && onward.hasSentAt() && onward.hasSettledAt() && onward.hasStoppedAt())
                .isTrue();
        assertThat(onward.getBalanceHeldFen()).isEqualTo(1_000_000);
        assertThat(node(trace, a).hasFirstTracedAt()).isFalse();
        assertThat(trace.getTransfersList()).singleElement().satisfies(transfer -> {
            assertThat(transfer.getPayee().getNumber()).isEqualTo(b.getNumber());
            assertThat(transfer.getTaintedFen()).isEqualTo(50_000);
            assertThat(transfer.getLevel()).isEqualTo(2);
        });
        assertThat(freeze().trace(newCase()).getNodesList()).isEmpty();
        assertThat(freeze().trace(newCase()).getSettled()).isFalse();
    }

    @Test
    void tenLevelsAreFollowedByThemselves() {
        List<Account> chain = new ArrayList<>();
        IntStream.range(0, 10).forEach(i -> chain.add(Report.account(i % 2 == 0 ? ICBC : ABC)));
        for (int i = 0; i < 9; i++) {
            moved(chain.get(i), 10_000, to(chain.get(i + 1), "1", 1_000_000 - 10_000L * (i + 1), 15 + i));
        }
        freeze().deliver(Report.of(caseId).paid(chain.get(0), 1_000_000));

        await().atMost(PATIENCE).until(() -> gateway().sends().size() == 10);
        Trace trace = awaitTrace(caseId);
        assertThat(trace.getLevels()).isEqualTo(10);
        assertThat(trace.getTotal().getHeldFen()).isEqualTo(1_000_000);
        assertAddsUp(trace);
    }
}
