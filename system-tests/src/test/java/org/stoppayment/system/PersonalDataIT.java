package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.ServiceLogs;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** What the services log: nothing personal, whatever happens. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class PersonalDataIT {

    private final RunningSuite running;
    private final DispatchDesk desk;

    PersonalDataIT(RunningSuite running) {
        this.running = running;
        this.desk = running.desk();
    }

    @BeforeEach
    @AfterEach
    void allBanksBehave() {
        running.banks().behave();
    }

    @Test
    void nothingPersonalIsLoggedAfterRefusedAndFailingReports() {
        refuseReports();
        sendOrdersThatEndBadly();
        reportWhileServicesAreAway();

        assertThat(running.logs())
                .allSatisfy(log -> assertThat(ServiceLogs.read(log)).isNotEmpty());
        assertThat(ServiceLogs.personalLines(running.logs())).isEmpty();
    }

    private void refuseReports() {
        ReportFraudRequest good = Reports.of(Reports.paid(SimulatedBanks.ICBC, 1));
        Transfer transfer = good.getTransfers(0);
        List<ReportFraudRequest> bad = List.of(
                good.toBuilder()
                        .setRequestId("no UUID " + Reports.VICTIM.getPhone())
                        .build(),
                good.toBuilder()
                        .setTransfers(0, transfer.toBuilder().setAmountFen(-5))
                        .build(),
                good.toBuilder()
                        .setVictim(Reports.VICTIM.toBuilder().setName(Reports.VICTIM.getName() + "\u202e"))
                        .build(),
                good.toBuilder()
                        .setTransfers(
                                0,
                                transfer.toBuilder()
                                        .setPayee(transfer.getPayee().toBuilder()
                                                .setNumber(transfer.getPayee().getNumber() + "\u0007")))
                        .build(),
                good.toBuilder().setNarrative(Reports.STORY.repeat(30_000)).build());
        for (ReportFraudRequest report : bad) {
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(() -> desk.report(report))
                    .satisfies(e -> assertThat(e.getStatus().getCode())
                            .isIn(Status.Code.INVALID_ARGUMENT, Status.Code.RESOURCE_EXHAUSTED))
                    .satisfies(e -> assertThat(Reports.personal())
                            .noneMatch(value -> e.toString().contains(value)));
        }
        desk.report(good);
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> desk.report(good.toBuilder()
                        .setVictim(Reports.VICTIM.toBuilder().setPhone("13912345671"))
                        .build()))
                .satisfies(e -> assertThat(Reports.personal())
                        .noneMatch(value -> e.toString().contains(value)));
    }

    private void sendOrdersThatEndBadly() {
        running.simulator().misbehave(SimulatedBanks.CCB, Map.of("kind", "ERROR_500", "times", 1));
        running.simulator().misbehave(SimulatedBanks.BOC, Map.of("kind", "RESET", "times", 1));
        running.simulator().misbehave(SimulatedBanks.ABC, Map.of("kind", "WRONG_APPLICATION_ID", "times", 1));
        Transfer unroutable = Reports.paid("", 77);
        List<Transfer> transfers = new ArrayList<>(List.of(
                Reports.paid(SimulatedBanks.CCB, 11),
                Reports.paid(SimulatedBanks.BOC, 12),
                Reports.paid(SimulatedBanks.ABC, 13),
                unroutable));
        for (MagicAccount magic : MagicAccount.values()) {
            transfers.add(Reports.paid(SimulatedBanks.SPDB, magic.number(), 1_000));
        }
        var answer = running.clients().intake().reportFraud(Reports.of(transfers));
        String caseId = answer.getCaseId();
        StopOrder manual =
                desk.awaitOrder(caseId, unroutable.getPayee().getNumber(), StopOrderState.STOP_ORDER_STATE_MANUAL);
        assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(() -> running.clients()
                .freeze()
                .resolveManualOrder(ResolveManualOrderRequest.newBuilder()
                        .setOperator(DispatchDesk.OFFICER)
                        .setApplicationId(manual.getApplicationId())
                        .setReference("note")
                        .setInstitutionCode("999999999999")
                        .build()));
        desk.awaitBooked(caseId);
        Transfer mismatched = transfers.get(4);
        String right = Reports.freshNumber();
        desk.correct(
                caseId,
                answer.getTransferIds(4),
                mismatched.toBuilder()
                        .setPayee(mismatched.getPayee().toBuilder().setNumber(right))
                        .build());
        desk.awaitOrder(caseId, right, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        desk.awaitBooked(caseId);
    }

    private void reportWhileServicesAreAway() {
        for (ServiceName service : List.of(ServiceName.GATEWAY, ServiceName.FREEZE, ServiceName.RECOVERY)) {
            running.suite().kill(service);
            String caseId = desk.insistOn(
                            Reports.of(Reports.paid(SimulatedBanks.CMB, 5), Reports.paid(SimulatedBanks.CIB, 6)))
                    .getCaseId();
            running.suite().restart(service);
            desk.awaitBooked(caseId);
        }
        running.suite().killPostgres();
        ReportFraudRequest report = Reports.of(Reports.paid(SimulatedBanks.CMB, 7));
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> desk.report(report))
                .satisfies(e -> assertThat(Reports.personal())
                        .noneMatch(value -> e.toString().contains(value)));
        running.suite().restartPostgres();
        desk.awaitBooked(desk.insistOn(report).getCaseId());
    }
}
