package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.cli.command.Stoppay;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.WatchCaseResponse;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** A case that is watched by the command, while the service that shows it crashes and comes back. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class WatchIT {

    private final RunningSuite running;
    private final DispatchDesk desk;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Thread watcher = new Thread();

    WatchIT(RunningSuite running) {
        this.running = running;
        this.desk = running.desk();
    }

    @BeforeEach
    void allBanksBehave() {
        running.banks().behave();
    }

    @AfterEach
    void nobodyWatchesAnyMore() throws InterruptedException {
        watcher.interrupt();
        watcher.join(RunningSuite.TIMEOUT.toMillis());
    }

    private int stoppay(String... arguments) {
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        Map<String, String> environment =
                Map.of("STOPPAY_STATE", running.suite().directory().path().toString());
        return Stoppay.run(
                new Context(
                        console,
                        InputStream.nullInputStream(),
                        false,
                        environment,
                        Path.of("").toAbsolutePath(),
                        SystemTime.SOURCE),
                arguments);
    }

    private List<WatchCaseResponse> heard() {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(WatchIT::message)
                .toList();
    }

    private static WatchCaseResponse message(String line) {
        try {
            WatchCaseResponse.Builder message = WatchCaseResponse.newBuilder();
            JsonFormat.parser().merge(line, message);
            return message.build();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(line, e);
        }
    }

    private WatchCaseResponse last() {
        List<WatchCaseResponse> heard = heard();
        return heard.isEmpty() ? WatchCaseResponse.getDefaultInstance() : heard.get(heard.size() - 1);
    }

    @Test
    void aWatchSurvivesACrashOfTheServiceAndNothingIsShownTwice() {
        String caseId = desk.report(Reports.of(Reports.paid(SimulatedBanks.ICBC, 10_001)));
        desk.awaitBooked(caseId);
        watcher = new Thread(() -> stoppay("watch", caseId, "-o", "json"));
        watcher.start();
        await().atMost(RunningSuite.TIMEOUT)
                .until(() -> last().hasSnapshot() && last().getSnapshot().getSettled());
        String token = last().getResumeToken();

        running.suite().kill(ServiceName.FREEZE);
        await().atMost(RunningSuite.TIMEOUT)
                .until(() -> err.toString(StandardCharsets.UTF_8).contains("UNAVAILABLE"));
        running.suite().restart(ServiceName.FREEZE);
        await().atMost(RunningSuite.TIMEOUT).until(() -> last().hasHeartbeat());
        assertThat(last().getResumeToken()).isEqualTo(token);

        Transfer further = Reports.paid(SimulatedBanks.ABC, 20_002);
        DispatchDesk.insist(() -> running.clients()
                .intake()
                .supplementCase(SupplementCaseRequest.newBuilder()
                        .setRequestId(Reports.newId())
                        .setCaseId(caseId)
                        .addTransfers(further)
                        .build()));
        await().atMost(RunningSuite.TIMEOUT)
                .until(() -> last().getSnapshot().getTotal().getHeldFen() == 30_003);
        assertThat(heard())
                .filteredOn(heard -> heard.getResumeToken().equals(token) && heard.hasSnapshot())
                .hasSize(1);
        DispatchDesk.insist(() -> desk.progress(caseId)); // the next test finds freeze connected
    }
}
