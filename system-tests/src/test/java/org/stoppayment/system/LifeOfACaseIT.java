package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.cli.client.SimulatedOrder;
import org.stoppayment.cli.output.Json;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.ListManualOrdersRequest;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.CloseCaseRequest;
import org.stoppayment.proto.intake.v1.FileCaseRequest;
import org.stoppayment.proto.intake.v1.FilingFacts;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.SupplementCaseResponse;
import org.stoppayment.proto.intake.v1.TransferCorrection;
import org.stoppayment.proto.recovery.v1.Positions;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** What happens to a case after its report, through all services and into the books. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class LifeOfACaseIT {

    private final RunningSuite running;
    private final DispatchDesk desk;
    private final SimulatedBanks banks;

    LifeOfACaseIT(RunningSuite running) {
        this.running = running;
        this.desk = running.desk();
        this.banks = running.banks();
    }

    @BeforeEach
    void allBanksBehave() {
        banks.behave();
    }

    @Test
    void aSupplementWithAFurtherPayeeBringsAFurtherOrder() {
        String caseId = desk.report(Reports.of(Reports.paid(SimulatedBanks.ICBC, 10_001)));
        desk.awaitBooked(caseId);
        Transfer further = Reports.paid(SimulatedBanks.ABC, 20_002);
        SupplementCaseRequest supplement =
                supplement(caseId).addTransfers(further).build();

        SupplementCaseResponse answer = running.clients().intake().supplementCase(supplement);
        SupplementCaseResponse again = running.clients().intake().supplementCase(supplement);

        assertThat(again.getReplayed()).isTrue();
        assertThat(again.getTransferIdsList()).isEqualTo(answer.getTransferIdsList());
        desk.awaitOrder(caseId, number(further), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        CaseProgress progress = desk.awaitBooked(caseId);
        assertThat(progress.getOrdersList()).hasSize(2);
        assertThat(progress.getReportedFen()).isEqualTo(30_003);
        assertThat(progress.getTaintedHeldFen()).isEqualTo(30_003);
        assertThat(desk.getCase(caseId).getCase().getTransfersList()).hasSize(2);
    }

    @Test
    void aWrongNameIsDeclinedAndItsCorrectionIsANewOrderLinkedToTheOld() {
        String number = Reports.freshNumber();
        loadAccount(SimulatedBanks.BOC, number, "Ottoline Rightname", 70_000);
        Transfer wrong = Reports.paid(SimulatedBanks.BOC, number, "Ottoline Wrongname", 70_000);
        ReportFraudResponse report = running.clients().intake().reportFraud(Reports.of(wrong));
        String caseId = report.getCaseId();
        StopOrder declined = desk.awaitOrder(caseId, number, StopOrderState.STOP_ORDER_STATE_DECLINED);
        assertThat(declined.getMismatchedList()).containsExactly("account.name");
        assertThat(desk.awaitBooked(caseId).getTaintedHeldFen()).isZero();
        assertThat(desk.books(caseId).getTotal().getUnknownFen()).isEqualTo(70_000);

        correct(
                caseId,
                report.getTransferIds(0),
                wrong.toBuilder()
                        .setPayee(wrong.getPayee().toBuilder().setName("Ottoline Rightname"))
                        .build());

        StopOrder corrected = desk.awaitOrder(caseId, number, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        assertThat(corrected.getApplicationId()).isNotEqualTo(declined.getApplicationId());
        assertThat(corrected.getOriginalApplicationId()).isEqualTo(declined.getApplicationId());
        assertThat(banks.order(corrected.getApplicationId()).effects()).isEqualTo(1);
        CaseProgress progress = desk.awaitBooked(caseId);
        assertThat(progress.getReportedFen()).isEqualTo(70_000);
        assertThat(progress.getTaintedHeldFen()).isEqualTo(70_000);
    }

    @Test
    void aWrongNumberIsCorrectedToAnotherAccountAndTheMoneyGoesWithIt() {
        String wrongNumber = Reports.freshNumber();
        loadAccount(SimulatedBanks.BOC, wrongNumber, "Ottoline Somebody", 70_000);
        Transfer wrong = Reports.paid(SimulatedBanks.BOC, wrongNumber, 60_000);
        Transfer right = Reports.paid(SimulatedBanks.BOC, 60_000);
        ReportFraudResponse report = running.clients().intake().reportFraud(Reports.of(wrong));
        String caseId = report.getCaseId();
        StopOrder declined = desk.awaitOrder(caseId, wrongNumber, StopOrderState.STOP_ORDER_STATE_DECLINED);

        correct(caseId, report.getTransferIds(0), right);

        StopOrder corrected = desk.awaitOrder(caseId, number(right), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        assertThat(corrected.getOriginalApplicationId()).isEqualTo(declined.getApplicationId());
        CaseProgress progress = desk.awaitBooked(caseId);
        assertThat(progress.getReportedFen()).isEqualTo(60_000);
        assertThat(progress.getTaintedHeldFen()).isEqualTo(60_000);
        assertThat(desk.books(caseId).getTotal().getUnknownFen()).isZero();
    }

    @Test
    void aCorrectionAwayFromAStoppedAccountLeavesNothingHeldThereInTheBooks() {
        Transfer wrong = Reports.paid(SimulatedBanks.ICBC, 60_000);
        Transfer right = Reports.paid(SimulatedBanks.ABC, 50_000);
        ReportFraudResponse report = running.clients().intake().reportFraud(Reports.of(wrong));
        String caseId = report.getCaseId();
        desk.awaitOrder(caseId, number(wrong), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);

        correct(caseId, report.getTransferIds(0), right);

        desk.awaitOrder(caseId, number(right), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        CaseProgress progress = desk.awaitBooked(caseId);
        assertThat(progress.getReportedFen()).isEqualTo(50_000);
        assertThat(progress.getTaintedHeldFen()).isEqualTo(50_000);
        assertThat(desk.books(caseId).getTotal().getHeldFen()).isEqualTo(50_000);
    }

    @Test
    void aLiftedStopIsLiftedAtTheBankAndInTheBooks() {
        Transfer transfer = Reports.paid(SimulatedBanks.CCB, 55_555);
        String caseId = desk.report(Reports.of(transfer));
        StopOrder order = desk.awaitOrder(caseId, number(transfer), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        desk.awaitBooked(caseId);

        String lift = lift(order);

        desk.awaitOrder(caseId, number(transfer), StopOrderState.STOP_ORDER_STATE_LIFTED);
        assertThat(banks.liveStops(number(transfer))).isZero();
        SimulatedOrder seen = banks.order(lift);
        assertThat(seen.kind()).isEqualTo("LIFT");
        assertThat(seen.effects()).isEqualTo(1);
        assertThat(desk.awaitBooked(caseId).getTaintedHeldFen()).isZero();
        Positions total = desk.books(caseId).getTotal();
        assertThat(total.getLiftedFen()).isEqualTo(55_555);
        assertThat(total.getHeldFen()).isZero();
    }

    @Test
    void aThirdStopOfAnAccountIsDeclinedBeforeItIsSent() {
        String number = Reports.freshNumber();
        for (int stop = 1; stop <= 2; stop++) {
            String caseId = desk.report(Reports.of(Reports.paid(SimulatedBanks.CMB, number, 1_000)));
            lift(desk.awaitOrder(caseId, number, StopOrderState.STOP_ORDER_STATE_IN_EFFECT));
            desk.awaitOrder(caseId, number, StopOrderState.STOP_ORDER_STATE_LIFTED);
        }

        String third = desk.report(Reports.of(Reports.paid(SimulatedBanks.CMB, number, 1_000)));

        StopOrder declined = desk.awaitOrder(third, number, StopOrderState.STOP_ORDER_STATE_DECLINED);
        assertThat(declined.getResultCode()).isEqualTo("1304");
        assertThat(banks.ordersOn(number))
                .extracting(SimulatedOrder::applicationId)
                .doesNotContain(declined.getApplicationId());
        desk.awaitBooked(third);
        assertThat(desk.books(third).getTotal().getUnknownFen()).isEqualTo(1_000);
    }

    @Test
    void anOrderThatNobodyCanRouteGoesToAPersonAndFromThereToTheBank() {
        Transfer nowhere = Reports.paid("", 8_008);
        String caseId = desk.report(Reports.of(nowhere));
        StopOrder manual = desk.awaitOrder(caseId, number(nowhere), StopOrderState.STOP_ORDER_STATE_MANUAL);
        assertThat(manual.getManualReason()).isEqualTo("NO_ROUTE");
        assertThat(running.clients()
                        .freeze()
                        .listManualOrders(ListManualOrdersRequest.newBuilder()
                                .setPageSize(200)
                                .build())
                        .getOrdersList())
                .extracting(StopOrder::getApplicationId)
                .contains(manual.getApplicationId());

        running.clients()
                .freeze()
                .resolveManualOrder(ResolveManualOrderRequest.newBuilder()
                        .setOperator(
                                Operator.newBuilder().setOrganisation("110").setBadgeNumber("100234"))
                        .setApplicationId(manual.getApplicationId())
                        .setReference("telephone note 17")
                        .setInstitutionCode(SimulatedBanks.CIB)
                        .build());

        StopOrder order = desk.awaitOrder(caseId, number(nowhere), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        assertThat(order.getApplicationId()).isEqualTo(manual.getApplicationId());
        assertThat(order.getReference()).isEqualTo("telephone note 17");
        assertThat(banks.order(order.getApplicationId()).institutionCode()).isEqualTo(SimulatedBanks.CIB);
        assertThat(banks.order(order.getApplicationId()).effects()).isEqualTo(1);
        assertThat(desk.awaitBooked(caseId).getTaintedHeldFen()).isEqualTo(8_008);
    }

    @Test
    void aSecondCaseJoinsTheLiveStopOfAnAccountAndEachHasItsOwnBooks() {
        String number = Reports.freshNumber();
        String first = desk.report(Reports.of(Reports.paid(SimulatedBanks.SPDB, number, 30_000)));
        StopOrder stop = desk.awaitOrder(first, number, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);

        String second = desk.report(Reports.of(Reports.paid(SimulatedBanks.SPDB, number, 20_000)));

        StopOrder joined = desk.awaitOrder(second, number, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        assertThat(joined.getJoined()).isTrue();
        assertThat(joined.getApplicationId()).isEqualTo(stop.getApplicationId());
        assertThat(banks.ordersOn(number)).hasSize(1);
        assertThat(banks.liveStops(number)).isEqualTo(1);
        assertThat(desk.awaitBooked(first).getReportedFen()).isEqualTo(30_000);
        assertThat(desk.awaitBooked(second).getReportedFen()).isEqualTo(20_000);
    }

    @Test
    void twoCasesThatNameOneAccountAtOnceShareOneStop() {
        for (int round = 0; round < 3; round++) {
            String number = Reports.freshNumber();
            List<String> cases = List.of(1_111L, 2_222L, 3_333L, 4_444L).parallelStream()
                    .map(fen -> desk.report(Reports.of(Reports.paid(SimulatedBanks.PSBC, number, fen))))
                    .toList();

            assertThat(cases).allSatisfy(caseId -> desk.awaitBooked(caseId));
            assertThat(banks.liveStops(number)).isEqualTo(1);
            assertThat(banks.ordersOn(number)).hasSize(1);
        }
    }

    @Test
    void aFiledCaseIsToldToAccountFreezeAndClosingItLeavesItsStopInEffect() {
        Transfer transfer = Reports.paid(SimulatedBanks.ICBC, 44_444);
        String caseId = desk.report(Reports.of(transfer));
        desk.awaitOrder(caseId, number(transfer), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        Operator officer =
                Operator.newBuilder().setOrganisation("110").setBadgeNumber("100234").build();
        FilingFacts facts = FilingFacts.newBuilder()
                .setNumber("2026-7")
                .setOrganisation("Shanghai police")
                .setFiledAt(desk.getCase(caseId).getCase().getAcceptedAt())
                .setDocumentDigest("a1".repeat(32))
                .build();

        running.clients()
                .intake()
                .fileCase(FileCaseRequest.newBuilder()
                        .setRequestId(Reports.newId())
                        .setCaseId(caseId)
                        .setOperator(officer)
                        .setFacts(facts)
                        .build());
        running.clients()
                .intake()
                .closeCase(CloseCaseRequest.newBuilder()
                        .setRequestId(Reports.newId())
                        .setCaseId(caseId)
                        .setOperator(officer)
                        .setReason("convicted")
                        .build());

        assertThat(desk.getCase(caseId).getCase().getFilings(0).getFacts()).isEqualTo(facts);
        await().atMost(RunningSuite.TIMEOUT)
                .untilAsserted(() -> assertThat(filedInFreeze(caseId)).isEqualTo("2026-7, closed"));
        assertThat(banks.liveStops(number(transfer))).isEqualTo(1);
        assertThat(desk.awaitBooked(caseId).getTaintedHeldFen()).isEqualTo(44_444);
    }

    private String filedInFreeze(String caseId) throws SQLException {
        try (Connection connection = running.suite().database().connect("stoppayment_freeze");
                PreparedStatement query = connection.prepareStatement(
                        "SELECT filing_number || CASE WHEN closed_at IS NULL THEN '' ELSE ', closed' END"
                                + " FROM filed_case WHERE case_id = ?")) {
            query.setObject(1, UUID.fromString(caseId));
            ResultSet rows = query.executeQuery();
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private void correct(String caseId, String transferId, Transfer corrected) {
        running.clients()
                .intake()
                .supplementCase(supplement(caseId)
                        .addCorrections(TransferCorrection.newBuilder()
                                .setTransferId(transferId)
                                .setCorrected(corrected))
                        .build());
    }

    private String lift(StopOrder order) {
        return running.clients()
                .freeze()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(
                                Operator.newBuilder().setOrganisation("110").setBadgeNumber("100234"))
                        .setApplicationId(order.getApplicationId())
                        .setReason("unrelated to the case")
                        .setReference("decision 3")
                        .build())
                .getLiftApplicationId();
    }

    private void loadAccount(String bank, String number, String name, long fen) {
        running.simulator()
                .load(Json.MAPPER.valueToTree(Map.of(
                        "institutions", List.of(Map.of("code", bank, "mode", "SYNC")),
                        "accounts",
                                List.of(Map.of(
                                        "institutionCode", bank,
                                        "number", number,
                                        "name", name,
                                        "kind", "ACCOUNT_KIND_BANK_PERSONAL",
                                        "balanceFen", Long.toString(fen))),
                        "deposits",
                                List.of(Map.of(
                                        "serial",
                                        "D" + number,
                                        "from",
                                        "6222020000000000018",
                                        "to",
                                        number,
                                        "amountFen",
                                        Long.toString(fen),
                                        "at",
                                        SystemTime.SOURCE
                                                .instant()
                                                .minusSeconds(120)
                                                .toString())),
                        "moves", List.of())));
    }

    private static SupplementCaseRequest.Builder supplement(String caseId) {
        return SupplementCaseRequest.newBuilder().setRequestId(Reports.newId()).setCaseId(caseId);
    }

    private static String number(Transfer transfer) {
        Account payee = transfer.getPayee();
        return payee.getNumber();
    }
}
