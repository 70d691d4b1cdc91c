package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.TransferCorrection;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.ServiceLogs;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** What the services log: nothing personal, whatever happens; and no cause for worry when all goes well. */
@ExtendWith(PrintLogsOnFailure.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Isolated
class PersonalDataIT {

    /** A line that would wake somebody up, of a service or of Postgres. */
    private static final Pattern ALARMING = Pattern.compile(
            "^\\S+ +(\\S+ +)?(WARN|ERROR|FATAL|SEVERE)\\b|\\b(WARNING|ERROR|FATAL|PANIC): |Exception\\b|^\\s+at [\\w.$/@]+\\(");

    /** Known, and why it is not worth waking anybody. */
    private static final List<Pattern> KNOWN = List.of();

    private static RunningSuite running;

    private final DispatchDesk desk = running.desk();

    @BeforeAll
    static void startTheSuite() {
        running = RunningSuite.start("personal-data", SharedSuite.FREEZE_SETTINGS, Map.of());
        running.banks().behave();
    }

    @AfterAll
    static void stopTheSuite() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    @Order(1)
    void aPlainGoodRunLogsNoWarningAndNoError() {
        running.simulator().change(SimulatedBanks.CITIC, Map.of("mode", "ASYNC"));
        for (int i = 0; i < 5; i++) {
            List<Transfer> transfers = SimulatedBanks.TEN.stream()
                    .map(bank -> Reports.paid(bank, 4_321))
                    .toList();
            String caseId = desk.report(Reports.of(transfers));
            desk.awaitBooked(caseId);
            running.clients()
                    .intake()
                    .supplementCase(supplement(caseId)
                            .addTransfers(Reports.paid(SimulatedBanks.ICBC, 99))
                            .build());
            desk.awaitBooked(caseId);
            desk.getCase(caseId);
            lift(desk.progress(caseId).getOrders(0));
            desk.awaitOrder(
                    caseId,
                    desk.progress(caseId).getOrders(0).getAccount().getNumber(),
                    StopOrderState.STOP_ORDER_STATE_LIFTED);
        }

        assertThat(alarmingLines()).isEmpty();
    }

    @Test
    @Order(2)
    void nothingPersonalIsLoggedAfterGoodRefusedAndFailingReports() {
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
                        .setOperator(
                                Operator.newBuilder().setOrganisation("110").setBadgeNumber("100234"))
                        .setApplicationId(manual.getApplicationId())
                        .setReference("note")
                        .setInstitutionCode("999999999999")
                        .build()));
        desk.awaitBooked(caseId);
        Transfer mismatched = transfers.get(4);
        String right = Reports.freshNumber();
        running.clients()
                .intake()
                .supplementCase(supplement(caseId)
                        .addCorrections(TransferCorrection.newBuilder()
                                .setTransferId(answer.getTransferIds(4))
                                .setCorrected(mismatched.toBuilder()
                                        .setPayee(mismatched.getPayee().toBuilder()
                                                .setNumber(right))))
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

    private static List<String> alarmingLines() {
        List<String> lines = new ArrayList<>();
        for (Path log : running.logs()) {
            ServiceLogs.read(log)
                    .lines()
                    .filter(line -> ALARMING.matcher(line).find())
                    .filter(line -> KNOWN.stream()
                            .noneMatch(known -> known.matcher(line).find()))
                    .forEach(line -> lines.add(log.getFileName() + ": " + line));
        }
        return lines;
    }

    private static void lift(StopOrder order) {
        running.clients()
                .freeze()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(
                                Operator.newBuilder().setOrganisation("110").setBadgeNumber("100234"))
                        .setApplicationId(order.getApplicationId())
                        .setReason("unrelated")
                        .setReference("decision 3")
                        .build());
    }

    private static SupplementCaseRequest.Builder supplement(String caseId) {
        return SupplementCaseRequest.newBuilder().setRequestId(Reports.newId()).setCaseId(caseId);
    }
}
