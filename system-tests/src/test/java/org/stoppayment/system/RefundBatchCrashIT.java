package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.text.Language;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.recovery.v1.ListRefundFormsRequest;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.RefundBatchLine;
import org.stoppayment.proto.recovery.v1.RefundBatchLineState;
import org.stoppayment.proto.recovery.v1.RefundForm;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.system.testkit.BatchOffice;
import org.stoppayment.system.testkit.Crash;
import org.stoppayment.system.testkit.HeldRows;
import org.stoppayment.system.testkit.PackagedCommand;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Printed;
import org.stoppayment.system.testkit.RefundOffice;
import org.stoppayment.system.testkit.RefundablePlans;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;

/** fund-recovery is killed in the middle of a batch, and while it makes forms: the same command once more does the rest, and nothing twice. */
@ExtendWith(PrintLogsOnFailure.class)
class RefundBatchCrashIT {

    private static final int PLANS = 10;
    private static final int AT_ONCE = 6; // the default
    private static final String RECOVERY = "stoppayment_recovery";

    @TempDir
    private Path folder;

    private static RunningSuite running;
    private static Random random;
    private static RefundablePlans plans;
    private static RefundOffice refunds;
    private static BatchOffice batches;

    @BeforeAll
    static void startTheSuite() {
        random = Crash.random(RefundBatchCrashIT.class);
        running = Crash.running(
                "refund-batch-crash", Map.of(), Map.of("STOPPAYMENT_FREEZE_REQUESTS_STATEMENT_DELAY", "PT1S"));
        plans = new RefundablePlans(running, random);
        refunds = new RefundOffice(running.clients());
        batches = new BatchOffice(running.clients());
    }

    @AfterAll
    static void stopTheSuite() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void processKilledInTheMiddleOfABatchPaysEachPlanOnceWhenTheCommandIsRepeated() throws Exception {
        String station = "desk " + Reports.newId();
        Map<String, Transfer> paid = plans.ofFrozenAccounts(station, PLANS);
        RefundBatch batch = batches.approved(station);
        assertThat(batch.getPlans()).isEqualTo(PLANS);
        List<String> last = batches.lines(batch.getBatchId()).stream()
                .skip(PLANS - AT_ONCE)
                .map(line -> "'" + line.getPlanId() + "'")
                .toList();

        CompletableFuture<Printed> interrupted;
        try (HeldRows held = HeldRows.of(
                running.suite(),
                RECOVERY,
                "SELECT FROM refund_plan WHERE plan_id IN (" + String.join(", ", last) + ") FOR UPDATE")) {
            interrupted = CompletableFuture.supplyAsync(() -> payBatch(batch));
            held.awaitWaiting(AT_ONCE);
            running.suite().kill(ServiceName.RECOVERY);
        }
        interrupted.join().exits(ExitCode.FAILED).says("repeat the command");
        running.suite().restart(ServiceName.RECOVERY);

        assertThat(ordered(batch)).isEqualTo(PLANS - AT_ONCE);
        payBatch(batch).exits(ExitCode.OK).prints("PAID");
        assertEachIsPaidOnce(batch, paid);
    }

    @Test
    void processKilledWhileItMakesFormsLeavesNothingHalfDone() throws Exception {
        String planId =
                plans.ofFrozenAccounts("desk of forms", 1).keySet().iterator().next();

        CompletableFuture<Printed> interrupted;
        try (HeldRows held =
                HeldRows.of(running.suite(), RECOVERY, "LOCK TABLE refund_form IN SHARE ROW EXCLUSIVE MODE")) {
            interrupted = CompletableFuture.supplyAsync(() -> export(planId));
            held.awaitWaiting(1); // the file is made, and its version is to be stored
            running.suite().kill(ServiceName.RECOVERY);
        }
        interrupted.join().exits(ExitCode.FAILED);
        assertThat(files(planId)).isEmpty();
        running.suite().restart(ServiceName.RECOVERY);

        assertThat(made(planId)).isEmpty();
        export(planId).exits(ExitCode.OK);
        assertThat(files(planId)).hasSize(3).allMatch(file -> file.endsWith("-v1.pdf"));
        assertThat(made(planId)).hasSize(3).allMatch(form -> form.getVersion() == 1);
    }

    @RepeatedTest(5)
    @Tag("full")
    void wheneverTheProcessIsKilledEachPlanIsPaidOnce() throws Exception {
        String station = "desk " + Reports.newId();
        Map<String, Transfer> paid = plans.ofFrozenAccounts(station, PLANS);
        RefundBatch batch = batches.approved(station);

        CompletableFuture<Printed> interrupted = CompletableFuture.supplyAsync(() -> payBatch(batch));
        int begun = random.nextInt(PLANS);
        await("payments of " + begun + " plans")
                .atMost(RunningSuite.TIMEOUT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> ordered(batch) >= begun);
        running.suite().kill(ServiceName.RECOVERY);
        running.suite().restart(ServiceName.RECOVERY);
        interrupted.join();

        payBatch(batch).exits(ExitCode.OK);
        assertEachIsPaidOnce(batch, paid);
    }

    private static PackagedCommand officer() {
        return new PackagedCommand(Language.EN, running.suite().directory().path())
                .export("STOPPAY_ORGANISATION", "city police")
                .export("STOPPAY_BADGE", "000123");
    }

    private static Printed payBatch(RefundBatch batch) {
        return officer().run("refund", "batch", "pay", batch.getBatchId(), "--yes", "--wait", "1m");
    }

    private Printed export(String planId) {
        return officer().run("refund", "export", planId, "--to", folder.toString());
    }

    private List<String> files(String planId) throws IOException {
        Path directory = folder.resolve(planId);
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<RefundForm> made(String planId) {
        return running.clients()
                .forms()
                .listRefundForms(
                        ListRefundFormsRequest.newBuilder().setPlanId(planId).build())
                .getMadeList();
    }

    private static long ordered(RefundBatch batch) {
        return batches.lines(batch.getBatchId()).stream()
                .filter(line -> line.getState() != RefundBatchLineState.REFUND_BATCH_LINE_STATE_APPROVED)
                .count();
    }

    private static void assertEachIsPaidOnce(RefundBatch batch, Map<String, Transfer> paid) {
        List<RefundPayment> payments = new ArrayList<>();
        paid.forEach((planId, transfer) -> {
            RefundPayment payment = refunds.awaitPaid(planId);
            assertThat(payment.getPaidFen()).isEqualTo(transfer.getAmountFen());
            assertThat(payment.getReceiptsList()).hasSize(1);
            assertThat(payment.getFlagsList()).isEmpty();
            assertThat(running.banks().order(payment.getPaymentId()).effects()).isEqualTo(1);
            assertThat(running.banks().balanceFen(transfer.getPayer().getNumber()))
                    .isEqualTo(transfer.getAmountFen());
            assertThat(running.banks().frozenFen(transfer.getPayee().getNumber()))
                    .isZero();
            payments.add(payment);
        });
        assertThat(batches.lines(batch.getBatchId()))
                .extracting(RefundBatchLine::getPlanId)
                .containsExactlyInAnyOrderElementsOf(paid.keySet());
        assertThat(batches.batch(batch.getBatchId()).getTotalsList())
                .singleElement()
                .satisfies(total -> {
                    assertThat(total.getState()).isEqualTo(RefundBatchLineState.REFUND_BATCH_LINE_STATE_PAID);
                    assertThat(total.getPlans()).isEqualTo(PLANS);
                    assertThat(total.getPaidFen()).isEqualTo(batch.getPayFen());
                });
        assertThat(payments.stream().mapToLong(RefundPayment::getPaidFen).sum()).isEqualTo(batch.getPayFen());
    }
}
