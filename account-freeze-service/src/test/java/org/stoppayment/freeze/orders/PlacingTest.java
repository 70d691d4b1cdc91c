package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** From the report to the orders. */
@QuarkusTest
class PlacingTest extends FreezeFixture {

    private final String caseId = newCase();
    private final Account payee = account();

    @Test
    void eventThatComesEightTimesAtOnceStopsEachAccountOnce() {
        Account second = account();
        Report report = Report.of(caseId).paid(payee, 700).paid(second, 300);

        atOnce(8, () -> freeze().deliver(report));
        awaitOrder(caseId, 0, STOP_ORDER_STATE_IN_EFFECT);
        awaitOrder(caseId, 1, STOP_ORDER_STATE_IN_EFFECT);

        assertThat(gateway().sends()).hasSize(2);
        assertThat(freeze().progress(caseId).getOrdersList()).hasSize(2);
        assertThat(freeze().progress(caseId).getIntakeEvents()).isEqualTo(1);
        bookAll();
        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isEqualTo(700);
    }

    @Test
    void ordersOfAReportGoOutInParallel() {
        List<Account> payees = List.of(payee, account(), Report.account(ABC));
        CompletableFuture<Void> allHaveArrived = new CompletableFuture<>();
        Report report = Report.of(caseId);
        for (Account account : payees) {
            report.paid(account, 100);
            gateway().onSend(account.getNumber(), id -> {
                if (gateway().sends().size() == payees.size()) {
                    allHaveArrived.complete(null);
                }
                return Bank.holds(allHaveArrived, gateway().stops(50)).take(id);
            });
        }

        freeze().deliver(report);

        for (int i = 0; i < payees.size(); i++) {
            awaitOrder(caseId, i, STOP_ORDER_STATE_IN_EFFECT);
        }
    }

    @Test
    void orderCarriesAllTransfersIntoItsAccount() {
        freeze().deliver(Report.of(caseId).paid(payee, 700).paid(account(), 1).paid(payee, 300));
        StopOrder order = awaitOrder(caseId, payee, STOP_ORDER_STATE_IN_EFFECT);

        SendStopRequest sent = gateway().sendsTo(payee.getNumber()).get(0);
        assertThat(sent.getApplicationId()).isEqualTo(order.getApplicationId());
        assertThat(sent.getTransfersList()).extracting("amountFen").containsExactly(700L, 300L);
        assertThat(CommonWire.instant(sent.getTransfers(0).getTransferredAt()))
                .isEqualTo("2026-03-01T04:00:00.123456789Z");
        assertThat(sent.getAccount()).isEqualTo(payee);
        assertThat(sent.getInstitutionCode()).isEqualTo(ICBC);
        assertThat(sent.getCaseId()).isEqualTo(caseId);
        assertThat(sent.getReason()).isEqualTo("REBATE_ORDERS");
        assertThat(sent.getOperator().getBadgeNumber()).isEqualTo(Report.BADGE);
        assertThat(sent.getProtective()).isFalse();
        assertThat(order.getTaintedFen()).isEqualTo(1000);
        assertThat(order.getLevel()).isEqualTo(1);
    }

    @Test
    void protectiveStopIsCheckedByNameAndNumberOnly() {
        freeze().deliver(Report.of(caseId).protecting(payee).protecting(payee));
        StopOrder order = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);

        assertThat(gateway().sends()).singleElement().satisfies(sent -> {
            assertThat(sent.getProtective()).isTrue();
            assertThat(sent.getTransfersList()).isEmpty();
        });
        assertThat(order.getLevel()).isZero();
        assertThat(order.getTaintedHeldFen()).isZero();
        assertThat(order.getBalanceHeldFen()).isEqualTo(1_000_000);
    }

    @Test
    void cardWithoutAnInstitutionGoesWhereItsBinPoints() {
        freeze().deliver(Report.of(caseId).paid(Report.account("", "6228480000000000015"), 100));

        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getAccount().getInstitutionCode())
                .isEqualTo(ABC);
    }

    @Test
    void whatCannotBeANumberWaitsForAPersonAndKeepsNobodyElseWaiting() {
        String endless = "7".repeat(3_600);
        freeze().deliver(Report.of(caseId)
                .paid(Report.account(ICBC, endless), 50)
                .paid(Report.account(ICBC, endless + "1"), 50)
                .paid(payee, 700));

        awaitOrder(caseId, payee, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(freeze().progress(caseId).getOrdersList())
                .filteredOn(order -> order.getState() == STOP_ORDER_STATE_MANUAL)
                .as("two accounts stay two")
                .hasSize(2)
                .allSatisfy(order -> {
                    assertThat(order.getManualReason()).isEqualTo("UNUSABLE_NUMBER");
                    assertThat(order.getAccount().getNumber()).hasSize(64).startsWith("7777");
                });
    }

    @Test
    void orderThatNobodyCanRouteWaitsForAPerson() {
        Account anywhere = Report.account("", "621000000000000");
        Account elsewhere = Report.account("403100000004", "6228480000000000023");
        freeze().deliver(Report.of(caseId).paid(anywhere, 100).paid(elsewhere, 200));

        StopOrder unknown = awaitOrder(caseId, anywhere, STOP_ORDER_STATE_MANUAL);
        StopOrder unconnected = awaitOrder(caseId, elsewhere, STOP_ORDER_STATE_MANUAL);
        assertThat(unknown.getManualReason()).isEqualTo("NO_ROUTE");
        assertThat(unconnected.getManualReason()).isEqualTo("NOT_CONNECTED");
        assertThat(unconnected.getCandidateInstitutionCodesList()).containsExactly(ABC);
        assertThat(unconnected.getAccount().getInstitutionCode())
                .as("whom the person must telephone")
                .isEqualTo("403100000004");
        assertThat(gateway().sends()).isEmpty();
    }
}
