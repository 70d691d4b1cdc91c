package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.proto.freeze.v1.LiftStopResponse;
import org.stoppayment.proto.freeze.v1.StopClaim;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.CaseStatus;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.WithdrawCaseRequest;
import org.stoppayment.system.testkit.BankAccount;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** Cases share a stop: they join it, and one ends its claim while the other keeps it, through all services and into the books. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class SharedStopsIT {

    private static final String MULE = "Ottoline Shared";
    private static final long PLACING_FEN = 46_700;
    private static final long JOINED_FEN = 113_500;

    private final RunningSuite running;
    private final DispatchDesk desk;
    private final SimulatedBanks banks;
    private final String number = Reports.freshNumber();

    private String placing = "";
    private String joined = "";

    SharedStopsIT(RunningSuite running) {
        this.running = running;
        this.desk = running.desk();
        this.banks = running.banks();
    }

    @BeforeEach
    void allBanksBehave() {
        banks.behave();
    }

    private StopOrder stoppedForBoth() {
        banks.open(BankAccount.of(SimulatedBanks.ICBC, number, MULE, 200_000).paidBy(Reports.PAYER, PLACING_FEN));
        placing = desk.report(Reports.of(Reports.paid(SimulatedBanks.ICBC, number, MULE, PLACING_FEN)));
        StopOrder order = desk.awaitOrder(placing, number, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        joined = desk.report(Reports.of(Reports.paid(SimulatedBanks.ICBC, number, MULE, JOINED_FEN)));
        desk.awaitOrder(joined, number, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        assertThat(desk.awaitBooked(placing).getTaintedHeldFen()).isEqualTo(PLACING_FEN);
        assertThat(desk.awaitBooked(joined).getTaintedHeldFen()).isEqualTo(JOINED_FEN);
        return order;
    }

    private void withdraw(String caseId) {
        running.clients()
                .intake()
                .withdrawCase(WithdrawCaseRequest.newBuilder()
                        .setRequestId(Reports.newId())
                        .setCaseId(caseId)
                        .setReason("the payment was made on purpose")
                        .setReference("statement 8")
                        .build());
    }

    @Test
    void stopIsLiftedForOneCaseAndStaysForTheOtherUntilItIsWithdrawn() {
        StopOrder order = stoppedForBoth();

        LiftStopResponse lifted = desk.lift(order);

        assertThat(lifted.getLiftApplicationId()).isEmpty();
        assertThat(lifted.getActiveClaimsList())
                .extracting(StopClaim::getCaseId)
                .containsExactly(joined);
        assertThat(desk.awaitBooked(placing).getTaintedHeldFen()).isZero();
        assertThat(desk.books(placing).getTotal().getLiftedFen()).isEqualTo(PLACING_FEN);
        assertThat(desk.awaitBooked(joined).getTaintedHeldFen()).isEqualTo(JOINED_FEN);
        assertThat(banks.liveStops(number)).isEqualTo(1);

        withdraw(joined);

        desk.awaitOrder(joined, number, StopOrderState.STOP_ORDER_STATE_LIFTED);
        assertThat(banks.liveStops(number)).isZero();
        assertThat(desk.awaitBooked(joined).getTaintedHeldFen()).isZero();
        assertThat(desk.books(joined).getTotal().getLiftedFen()).isEqualTo(JOINED_FEN);
        assertThat(desk.getCase(joined).getCase().getStatus()).isEqualTo(CaseStatus.CASE_STATUS_CLOSED);
        assertThat(desk.getCase(joined).getCase().getWithdrawal().getReference())
                .isEqualTo("statement 8");
        assertThatThrownBy(() -> running.clients()
                        .intake()
                        .supplementCase(SupplementCaseRequest.newBuilder()
                                .setRequestId(Reports.newId())
                                .setCaseId(joined)
                                .addTransfers(Reports.paid(SimulatedBanks.ICBC, 1_000))
                                .build()))
                .hasMessageContaining("CLOSED");
    }

    @Test
    void caseThatPlacedTheStopIsWithdrawnAndTheOtherKeepsIt() {
        stoppedForBoth();

        withdraw(placing);

        await().atMost(RunningSuite.TIMEOUT).until(() -> desk.progress(placing).getTaintedHeldFen() == 0);
        assertThat(desk.awaitBooked(placing).getTaintedHeldFen()).isZero();
        assertThat(desk.books(placing).getTotal().getLiftedFen()).isEqualTo(PLACING_FEN);
        assertThat(desk.awaitBooked(joined).getTaintedHeldFen()).isEqualTo(JOINED_FEN);
        assertThat(banks.liveStops(number)).isEqualTo(1);
        assertThat(banks.ordersOn(number)).hasSize(1);
    }

    @Test
    void aSecondCaseJoinsTheLiveStopOfAnAccountAndEachHasItsOwnBooks() {
        String first = desk.report(Reports.of(Reports.paid(SimulatedBanks.SPDB, number, 30_000)));
        StopOrder stop = desk.awaitOrder(first, number, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);

        String second = desk.report(Reports.of(Reports.paid(SimulatedBanks.SPDB, number, 20_000)));

        StopOrder shared = desk.awaitOrder(second, number, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        assertThat(shared.getJoined()).isTrue();
        assertThat(shared.getApplicationId()).isEqualTo(stop.getApplicationId());
        assertThat(banks.ordersOn(number)).hasSize(1);
        assertThat(banks.liveStops(number)).isEqualTo(1);
        assertThat(desk.awaitBooked(first).getReportedFen()).isEqualTo(30_000);
        assertThat(desk.awaitBooked(second).getReportedFen()).isEqualTo(20_000);
    }

    @Test
    void twoCasesThatNameOneAccountAtOnceShareOneStop() {
        for (int round = 0; round < 3; round++) {
            String account = Reports.freshNumber();
            List<String> cases = List.of(1_111L, 2_222L, 3_333L, 4_444L).parallelStream()
                    .map(fen -> desk.report(Reports.of(Reports.paid(SimulatedBanks.PSBC, account, fen))))
                    .toList();

            assertThat(cases).allSatisfy(caseId -> desk.awaitBooked(caseId));
            assertThat(banks.liveStops(account)).isEqualTo(1);
            assertThat(banks.ordersOn(account)).hasSize(1);
        }
    }
}
