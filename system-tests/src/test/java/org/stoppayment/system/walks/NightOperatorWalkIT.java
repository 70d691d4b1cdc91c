package org.stoppayment.system.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.client.SimulatorClient;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Progress;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.StateDirectory;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.cli.text.Language;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.PackagedCommand;
import org.stoppayment.system.testkit.QuickRules;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.ServiceLogs;
import org.stoppayment.system.testkit.SimulatedBanks;

/**
 * The night of an operator: a wrong rule set starts nothing, the packaged one starts the suite, the first reports leave no line in a
 * log that would wake anybody, a service dies and is started again, and in the morning all is stopped.
 */
@Isolated
class NightOperatorWalkIT {

    private static final Path STATE = Path.of("target", "suites", "night").toAbsolutePath();

    private final PackagedCommand english = operator(Language.EN);
    private final PackagedCommand chinese = operator(Language.ZH);

    private static PackagedCommand operator(Language language) {
        PackagedCommand stoppay = new PackagedCommand(language, STATE);
        RunningSuite.SHORT_LIVED.forEach(stoppay::export);
        return stoppay;
    }

    /** What a run that was killed may have left. */
    @BeforeEach
    @AfterEach
    void stopTheSuite() {
        Suite.attach(new StateDirectory(STATE), Progress.SILENT).ifPresent(Suite::shutdown);
    }

    @Test
    void aServiceThatDiedIsSeenAndStartedAgainAndAllIsStopped() {
        aWrongRuleSetStartsNothing();
        english.run("up", "--detach", "--fresh", "--ports", "free")
                .exits(ExitCode.OK)
                .says(STATE.resolve("log").toString(), "stoppay down");
        allIsReady();
        chinese.run("doctor").prints("所有进程均已就绪");

        Suite suite = Suite.attach(new StateDirectory(STATE), Progress.SILENT).orElseThrow();
        aGoodRunLogsNoWarningAndNoError(suite);

        suite.kill(ServiceName.RECOVERY);

        english.run("status").exits(ExitCode.FAILED).prints("down").says("stoppay up");
        chinese.run("status").exits(ExitCode.FAILED).prints("未运行").says("stoppay up");
        english.run("doctor").exits(ExitCode.FAILED).prints("recovery is down", "stoppay up");
        chinese.run("up").exits(ExitCode.OK).says("重新启动了：recovery");
        allIsReady();

        english.run("down").exits(ExitCode.OK).says(STATE.toString());
        assertThat(Suite.attach(new StateDirectory(STATE), Progress.SILENT)).isEmpty();
        chinese.run("down").exits(ExitCode.OK).says("没有正在运行的系统"); // nothing is left to stop
    }

    private void aWrongRuleSetStartsNothing() {
        String rules = QuickRules.file("wrong", Map.of("budget", "soon"));
        PackagedCommand[] misled = {
            operator(Language.EN).export("STOPPAYMENT_RULES", rules),
            operator(Language.ZH).export("STOPPAYMENT_RULES", rules)
        };
        for (PackagedCommand stoppay : misled) {
            stoppay.run("up", "--detach", "--fresh", "--ports", "free")
                    .exits(ExitCode.USAGE)
                    .says("STOPPAYMENT_RULES", "wrong.yaml", "doubt.budget", "soon");
        }
        nothingRuns();
    }

    private static void aGoodRunLogsNoWarningAndNoError(Suite suite) {
        SimulatorClient simulator = new SimulatorClient(suite.httpAddress(ServiceName.SIMULATOR));
        new SimulatedBanks(simulator, suite.httpAddress(ServiceName.SIMULATOR)).behave();
        simulator.change(SimulatedBanks.CITIC, Map.of("mode", "ASYNC"));
        try (ServiceClients clients = ServiceClients.of(suite)) {
            DispatchDesk desk = new DispatchDesk(clients);
            for (int i = 0; i < 5; i++) {
                String caseId = desk.report(Reports.of(SimulatedBanks.TEN.stream()
                        .map(bank -> Reports.paid(bank, 4_321))
                        .toList()));
                desk.awaitBooked(caseId);
                clients.intake()
                        .supplementCase(SupplementCaseRequest.newBuilder()
                                .setRequestId(Reports.newId())
                                .setCaseId(caseId)
                                .addTransfers(Reports.paid(SimulatedBanks.ICBC, 99))
                                .build());
                StopOrder first = desk.awaitBooked(caseId).getOrders(0);
                desk.getCase(caseId);
                desk.lift(first);
                desk.awaitOrder(caseId, first.getAccount().getNumber(), StopOrderState.STOP_ORDER_STATE_LIFTED);
            }
        }

        assertThat(ServiceLogs.alarmingLines(RunningSuite.logs(suite))).isEmpty();
        assertThat(ServiceLogs.personalLines(RunningSuite.logs(suite))).isEmpty();
    }

    private void nothingRuns() {
        english.run("status").exits(ExitCode.FAILED).says("no suite runs in", "stoppay up --detach");
        chinese.run("status").exits(ExitCode.FAILED).says("没有正在运行的系统", "stoppay up --detach");
    }

    private void allIsReady() {
        for (PackagedCommand stoppay : new PackagedCommand[] {english, chinese}) {
            stoppay.run("status")
                    .exits(ExitCode.OK)
                    .prints("postgres", "intake", "freeze", "gateway", "recovery", "simulator")
                    .prints(stoppay.words("ready", "就绪"))
                    .doesNotPrint(stoppay.words("down", "未运行"));
        }
    }
}
