package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.CloseCaseRequest;
import org.stoppayment.proto.intake.v1.FileCaseRequest;
import org.stoppayment.proto.intake.v1.FilingFacts;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** Filing (立案) and closing (结案) a case, from intake to account-freeze. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class FilingIT {

    private final RunningSuite running;
    private final DispatchDesk desk;
    private final SimulatedBanks banks;

    FilingIT(RunningSuite running) {
        this.running = running;
        this.desk = running.desk();
        this.banks = running.banks();
    }

    @BeforeEach
    void banksBehave() {
        banks.behave();
    }

    @Test
    void aFiledCaseIsToldToAccountFreezeAndClosingItLeavesItsStopInEffect() {
        Transfer transfer = Reports.paid(SimulatedBanks.ICBC, 44_444);
        String caseId = desk.report(Reports.of(transfer));
        desk.awaitOrder(caseId, transfer.getPayee().getNumber(), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        Operator officer = Operator.newBuilder()
                .setOrganisation("110")
                .setBadgeNumber("100234")
                .build();
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
        assertThat(banks.liveStops(transfer.getPayee().getNumber())).isEqualTo(1);
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
}
