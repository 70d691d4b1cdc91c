package org.stoppayment.system.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.text.Language;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.system.testkit.BankAccount;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.PackagedCommand;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Printed;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/**
 * The working day of a dispatcher and of the duty officer beside him: a report of three transfers, of which one is stopped at once,
 * one is declined for a wrong name, and one waits for a person to name the bank.
 */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class DispatcherWalkIT {

    private static final String RIGHT_NAME = "Ottoline Rightname";

    private final RunningSuite running;
    private final DispatchDesk desk;
    private final SimulatedBanks banks;
    private final Transfer stopped = Reports.paid(SimulatedBanks.ABC, 1_000_000);
    private final Transfer misheard =
            Reports.paid(SimulatedBanks.BOC, Reports.freshNumber(), "Ottoline Wrongname", 70_000);
    private final Transfer nowhere = Reports.paid("", 8_008);

    DispatcherWalkIT(RunningSuite running) {
        this.running = running;
        this.desk = running.desk();
        this.banks = running.banks();
    }

    @BeforeEach
    void allBanksBehave() {
        banks.behave();
        banks.open(BankAccount.of(SimulatedBanks.BOC, number(misheard), RIGHT_NAME, 70_000)
                .paidBy(Reports.PAYER, 70_000));
        Reports.remember(List.of(RIGHT_NAME));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aReportIsFollowedCorrectedRoutedAndWithdrawn(Language language) throws IOException {
        PackagedCommand stoppay = new PackagedCommand(
                        language, running.suite().directory().path())
                .export("STOPPAY_ORGANISATION", "110 desk")
                .export("STOPPAY_BADGE", Reports.BADGE);

        String caseId = report(stoppay);
        readTheCase(stoppay, caseId);
        findItInTheList(stoppay, caseId);
        correctTheName(stoppay, caseId);
        nameTheBank(stoppay, caseId);
        watchItToItsEnd(stoppay, caseId);
        workOnItsAlerts(stoppay, caseId);
        withdrawIt(stoppay, caseId);
    }

    private String report(PackagedCommand stoppay) throws IOException {
        Printed reported = stoppay.run("report", file(stoppay.language()).toString())
                .exits(ExitCode.OK)
                .says(stoppay.words("accepted", "受理"), "transfers[2].payee.institutionCode");

        String caseId = reported.out().strip();
        reported.says("stoppay get " + caseId);
        assertThat(desk.getCase(caseId).getCase().getTransfersList()).hasSize(3);
        desk.awaitOrder(caseId, number(stopped), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        desk.awaitOrder(caseId, number(misheard), StopOrderState.STOP_ORDER_STATE_DECLINED);
        desk.awaitOrder(caseId, number(nowhere), StopOrderState.STOP_ORDER_STATE_MANUAL);
        return caseId;
    }

    private Path file(Language language) throws IOException {
        ReportFraudRequest report = Reports.of(stopped, misheard, nowhere);
        Path folder = Files.createDirectories(Path.of("target", "walks"));
        return Files.writeString(
                        folder.resolve(language + ".report.json"),
                        JsonFormat.printer().print(report))
                .toAbsolutePath();
    }

    private void readTheCase(PackagedCommand stoppay, String caseId) {
        stoppay.run("get", caseId)
                .exits(ExitCode.OK)
                .prints(number(stopped), number(misheard), number(nowhere))
                .prints("10,780.08", "10,000.00", "700.00", "80.08", "0301")
                .prints(stoppay.words("IN_EFFECT", "已止付"), stoppay.words("DECLINED", "被拒绝"))
                .prints(stoppay.words("MANUAL", "待人工处理"), stoppay.words("NO_ROUTE", "无路由"))
                .doesNotPrint(RIGHT_NAME, Reports.MULE);
        stoppay.run("attention", "list", "--case", caseId)
                .exits(ExitCode.OK)
                .prints(number(misheard), number(nowhere), "700.00", "80.08")
                .prints(stoppay.words("DECLINED", "被拒绝"), stoppay.words("MANUAL", "待人工处理"))
                .doesNotPrint(number(stopped));
    }

    private void findItInTheList(PackagedCommand stoppay, String caseId) {
        stoppay.run("list", "--account", number(nowhere), "--since", "1h", "--status", "open")
                .exits(ExitCode.OK)
                .prints(caseId, "10,780.08");
        stoppay.run("list", "--account", number(nowhere), "--status", "closed")
                .exits(ExitCode.OK)
                .doesNotPrint(caseId)
                .prints(stoppay.words("no cases", "没有案件"));
    }

    private void correctTheName(PackagedCommand stoppay, String caseId) {
        StopOrder declined = desk.awaitOrder(caseId, number(misheard), StopOrderState.STOP_ORDER_STATE_DECLINED);
        assertThat(declined.getMismatchedList()).containsExactly("account.name");
        assertThat(desk.awaitBooked(caseId).getTaintedHeldFen()).isEqualTo(1_000_000);

        stoppay.run("correct", caseId, "2", "--name", RIGHT_NAME, "--yes")
                .exits(ExitCode.OK)
                .says("stoppay get " + caseId);

        StopOrder corrected = desk.awaitOrder(caseId, number(misheard), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        assertThat(corrected.getApplicationId()).isNotEqualTo(declined.getApplicationId());
        assertThat(corrected.getOriginalApplicationId()).isEqualTo(declined.getApplicationId());
        assertThat(banks.order(corrected.getApplicationId()).effects()).isEqualTo(1);
        CaseProgress progress = desk.awaitBooked(caseId);
        assertThat(progress.getReportedFen()).isEqualTo(1_078_008);
        assertThat(progress.getTaintedHeldFen()).isEqualTo(1_070_000);
    }

    private void nameTheBank(PackagedCommand stoppay, String caseId) {
        String id = desk.awaitOrder(caseId, number(nowhere), StopOrderState.STOP_ORDER_STATE_MANUAL)
                .getApplicationId();
        stoppay.run("manual", "list", "--limit", "200")
                .exits(ExitCode.OK)
                .prints(id, number(nowhere), "80.08", stoppay.words("NO_ROUTE", "无路由"));

        stoppay.run("manual", "resolve", id, "--institution", "CIB", "--reference", "telephone note 17")
                .exits(ExitCode.OK)
                .prints(id);

        StopOrder order = desk.awaitOrder(caseId, number(nowhere), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        assertThat(order.getApplicationId()).isEqualTo(id);
        assertThat(order.getReference()).isEqualTo("telephone note 17");
        assertThat(banks.order(id).institutionCode()).isEqualTo(SimulatedBanks.CIB);
        assertThat(banks.order(id).effects()).isEqualTo(1);
    }

    private void watchItToItsEnd(PackagedCommand stoppay, String caseId) {
        Printed watched = stoppay.run("watch", caseId, "--until-settled")
                .exits(ExitCode.OK)
                .prints(number(stopped), number(misheard), number(nowhere))
                .prints(stoppay.words("IN_EFFECT", "已止付"), stoppay.words("held 10,780.08", "已止付 10,780.08"));
        assertThat(watched.out()).endsWith(stoppay.words("settled", "已办结") + System.lineSeparator());
        assertThat(desk.awaitBooked(caseId).getTaintedHeldFen()).isEqualTo(1_078_008);
        stoppay.run("attention", "list", "--case", caseId)
                .exits(ExitCode.OK)
                .prints(stoppay.words("nothing needs attention", "没有待处置事项"));
    }

    private void workOnItsAlerts(PackagedCommand stoppay, String caseId) {
        await().atMost(RunningSuite.TIMEOUT)
                .until(() -> alert(caseId, AlertKind.ALERT_KIND_ORDER_MANUAL).size() == 1
                        && alert(caseId, AlertKind.ALERT_KIND_ORDER_DECLINED).size() == 1);
        stoppay.run("alerts", "--case", caseId)
                .exits(ExitCode.OK)
                .prints(stoppay.words("ORDER_DECLINED", "指令被拒绝"), stoppay.words("ORDER_MANUAL", "指令待人工处理"));
        String declined = alert(caseId, AlertKind.ALERT_KIND_ORDER_DECLINED).get(0);

        stoppay.run("alerts", "ack", declined)
                .exits(ExitCode.OK)
                .prints(declined, stoppay.words("acknowledged by 110 desk", "认领"));
        stoppay.run("alerts", "close", declined, "--reason", "corrected on the call")
                .exits(ExitCode.OK)
                .prints(declined, stoppay.words("closed by 110 desk", "办结"), "corrected on the call");

        stoppay.run("alerts", "--case", caseId, "--kind", "order_declined")
                .exits(ExitCode.OK)
                .prints(stoppay.words("no alerts", "没有告警"));
    }

    private List<String> alert(String caseId, AlertKind kind) {
        return desk.alerts(caseId).stream()
                .filter(alert -> alert.getKind() == kind)
                .map(Alert::getAlertId)
                .toList();
    }

    private void withdrawIt(PackagedCommand stoppay, String caseId) {
        stoppay.run("case", "withdraw", caseId, "--reason", "paid on purpose", "--reference", "statement 8", "--yes")
                .exits(ExitCode.OK)
                .prints(stoppay.words("withdrawn", "已撤案"));

        for (Transfer transfer : List.of(stopped, misheard, nowhere)) {
            desk.awaitOrder(caseId, number(transfer), StopOrderState.STOP_ORDER_STATE_LIFTED);
            assertThat(banks.liveStops(number(transfer))).isZero();
        }
        assertThat(desk.awaitBooked(caseId).getTaintedHeldFen()).isZero();
        stoppay.run("get", caseId)
                .exits(ExitCode.OK)
                .prints(stoppay.words("CLOSED", "已结案"), stoppay.words("LIFTED", "已解除"))
                .prints(stoppay.words("case withdrawn", "撤案"), "statement 8")
                .prints(stoppay.words("replaced by 4", "已由第 4 笔替代"));
    }

    private static String number(Transfer transfer) {
        return transfer.getPayee().getNumber();
    }
}
