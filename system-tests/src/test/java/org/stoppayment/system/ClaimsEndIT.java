package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.cli.output.Json;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.LiftStopResponse;
import org.stoppayment.proto.freeze.v1.StopClaim;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.CaseStatus;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.WithdrawCaseRequest;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** Two cases share a stop: one ends its claim and the other keeps the stop, through all services and into the books. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class ClaimsEndIT {

    private static final String MULE = "Ottoline Shared";
    private static final long PLACING_FEN = 46_700;
    private static final long JOINED_FEN = 113_500;

    private final RunningSuite running;
    private final DispatchDesk desk;
    private final SimulatedBanks banks;
    private final String number = Reports.freshNumber();

    private String placing = "";
    private String joined = "";

    ClaimsEndIT(RunningSuite running) {
        this.running = running;
        this.desk = running.desk();
        this.banks = running.banks();
    }

    @BeforeEach
    void allBanksBehave() {
        banks.behave();
    }

    private StopOrder stoppedForBoth() {
        loadAccount(200_000, PLACING_FEN);
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

        LiftStopResponse lifted = running.clients()
                .freeze()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(
                                Operator.newBuilder().setOrganisation("110").setBadgeNumber("100234"))
                        .setApplicationId(order.getApplicationId())
                        .setReason("paid back")
                        .setReference("receipt 7")
                        .build());

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

    private void loadAccount(long balanceFen, long depositFen) {
        running.simulator()
                .load(Json.MAPPER.valueToTree(Map.of(
                        "institutions",
                        List.of(Map.of("code", SimulatedBanks.ICBC, "mode", "SYNC")),
                        "accounts",
                        List.of(Map.of(
                                "institutionCode",
                                SimulatedBanks.ICBC,
                                "number",
                                number,
                                "name",
                                MULE,
                                "kind",
                                "ACCOUNT_KIND_BANK_PERSONAL",
                                "balanceFen",
                                Long.toString(balanceFen))),
                        "deposits",
                        List.of(Map.of(
                                "serial",
                                "D" + number,
                                "from",
                                "6222020000000000018",
                                "to",
                                number,
                                "amountFen",
                                Long.toString(depositFen),
                                "at",
                                SystemTime.SOURCE.instant().minusSeconds(120).toString())),
                        "moves",
                        List.of())));
    }
}
