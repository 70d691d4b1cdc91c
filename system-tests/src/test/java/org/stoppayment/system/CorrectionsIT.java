package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.SupplementCaseResponse;
import org.stoppayment.system.testkit.BankAccount;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** What the caller adds to a report, or reads otherwise later, through all services and into the books. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class CorrectionsIT {

    private final RunningSuite running;
    private final DispatchDesk desk;
    private final SimulatedBanks banks;

    CorrectionsIT(RunningSuite running) {
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
        SupplementCaseRequest supplement = SupplementCaseRequest.newBuilder()
                .setRequestId(Reports.newId())
                .setCaseId(caseId)
                .addTransfers(further)
                .build();

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
    void aWrongNumberIsCorrectedToAnotherAccountAndTheMoneyGoesWithIt() {
        String wrongNumber = Reports.freshNumber();
        banks.open(BankAccount.of(SimulatedBanks.BOC, wrongNumber, "Ottoline Somebody", 70_000)
                .paidBy(Reports.PAYER, 70_000));
        Transfer wrong = Reports.paid(SimulatedBanks.BOC, wrongNumber, 60_000);
        Transfer right = Reports.paid(SimulatedBanks.BOC, 60_000);
        ReportFraudResponse report = running.clients().intake().reportFraud(Reports.of(wrong));
        String caseId = report.getCaseId();
        StopOrder declined = desk.awaitOrder(caseId, wrongNumber, StopOrderState.STOP_ORDER_STATE_DECLINED);

        desk.correct(caseId, report.getTransferIds(0), right);

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

        desk.correct(caseId, report.getTransferIds(0), right);

        desk.awaitOrder(caseId, number(right), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        CaseProgress progress = desk.awaitBooked(caseId);
        assertThat(progress.getReportedFen()).isEqualTo(50_000);
        assertThat(progress.getTaintedHeldFen()).isEqualTo(50_000);
        assertThat(desk.books(caseId).getTotal().getHeldFen()).isEqualTo(50_000);
    }

    private static String number(Transfer transfer) {
        return transfer.getPayee().getNumber();
    }
}
