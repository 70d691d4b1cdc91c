package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.ListQueriesRequest;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.gateway.v1.QueryKind;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.recovery.v1.ListRefundFormsRequest;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.RefundBatchLine;
import org.stoppayment.proto.recovery.v1.RefundBatchLineState;
import org.stoppayment.proto.recovery.v1.RefundForm;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.system.testkit.BankAccount;
import org.stoppayment.system.testkit.BatchOffice;
import org.stoppayment.system.testkit.Crash;
import org.stoppayment.system.testkit.FreezeOffice;
import org.stoppayment.system.testkit.HeldRows;
import org.stoppayment.system.testkit.PackagedCommand;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Printed;
import org.stoppayment.system.testkit.RefundOffice;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** fund-recovery is killed in the middle of a batch, and while it makes forms: the same command once more does the rest, and nothing twice. */
@ExtendWith(PrintLogsOnFailure.class)
class RefundBatchCrashIT {

    private static final int PLANS = 10;
    private static final int AT_ONCE = 6; // the default
    private static final long MAX_FEN = 10_000_000;
    private static final Duration SETTLING = Duration.ofSeconds(3);
    private static final String RECOVERY = "stoppayment_recovery";

    @TempDir
    private Path folder;

    private static RunningSuite running;
    private static Random random;
    private static FreezeOffice freezes;
    private static RefundOffice refunds;
    private static BatchOffice batches;

    @BeforeAll
    static void startTheSuite() {
        random = Crash.random(RefundBatchCrashIT.class);
        running = Crash.running(
                "refund-batch-crash", Map.of(), Map.of("STOPPAYMENT_FREEZE_REQUESTS_STATEMENT_DELAY", "PT1S"));
        freezes = new FreezeOffice(running.clients());
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
        Map<String, Transfer> paid = plansOfFrozenAccounts(station, PLANS);
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
        Map<String, Transfer> plans = plansOfFrozenAccounts("desk of forms", 1);
        String planId = plans.keySet().iterator().next();

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
        Map<String, Transfer> paid = plansOfFrozenAccounts(station, PLANS);
        RefundBatch batch = batches.approved(station);

        CompletableFuture<Printed> interrupted = CompletableFuture.supplyAsync(() -> payBatch(batch));
        Thread.sleep(random.nextInt(4_000)); // the command takes a second or two to start
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

    /**
     * Plans of accounts that are frozen, with what is paid, by their ids. The institution has booked what was reported, and has told so: a statement that
     * came later would make the plans again.
     */
    private static Map<String, Transfer> plansOfFrozenAccounts(String station, int count) {
        running.banks().behave();
        Map<String, Transfer> cases = new HashMap<>();
        for (int i = 0; i < count; i++) {
            Transfer transfer =
                    Reports.paid(SimulatedBanks.TEN.get(i % SimulatedBanks.TEN.size()), random.nextLong(1, MAX_FEN));
            transfer = transfer.toBuilder()
                    .setPayer(transfer.getPayer().toBuilder().setNumber(Reports.freshNumber()))
                    .build();
            String payee = transfer.getPayee().getNumber();
            running.banks()
                    .open(BankAccount.of(
                                    transfer.getPayee().getInstitutionCode(),
                                    payee,
                                    Reports.MULE,
                                    transfer.getAmountFen())
                            .paidBy(transfer.getPayer().getNumber(), transfer.getAmountFen()));
            cases.put(running.desk().report(reportedTo(station, transfer)), transfer);
        }
        Map<String, Freeze> ordered = new HashMap<>();
        cases.forEach((caseId, transfer) -> {
            running.desk()
                    .awaitOrder(caseId, transfer.getPayee().getNumber(), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
            freezes.file(caseId, running.desk().getCase(caseId).getCase().getAcceptedAt());
        });
        cases.forEach((caseId, transfer) -> ordered.put(caseId, freezes.orderOnceFiled(caseId, transfer.getPayee())));
        ordered.forEach((caseId, freeze) -> {
            freezes.awaitState(freeze.getApplicationId(), FreezeState.FREEZE_STATE_IN_EFFECT);
            refunds.verifyIdentity(caseId);
        });
        await("statements of all accounts").atMost(RunningSuite.TIMEOUT).until(() -> cases.keySet().stream()
                .allMatch(RefundBatchCrashIT::hasStatement));
        return plansThatStay(cases);
    }

    private static boolean hasStatement(String caseId) {
        return running
                .clients()
                .queries()
                .listQueries(ListQueriesRequest.newBuilder().setCaseId(caseId).build())
                .getQueriesList()
                .stream()
                .anyMatch(query -> query.getKind() == QueryKind.QUERY_KIND_TRANSACTIONS
                        && query.getState() == QueryState.QUERY_STATE_ANSWERED
                        && query.getComplete());
    }

    /** The plans once they have been the same for some seconds: what the statements told is in them. */
    private static Map<String, Transfer> plansThatStay(Map<String, Transfer> cases) {
        Map<String, Transfer> plans = new HashMap<>();
        await("plans that stay")
                .atMost(RunningSuite.TIMEOUT)
                .pollInterval(Duration.ofMillis(500))
                .during(SETTLING)
                .until(() -> {
                    Map<String, Transfer> now = new HashMap<>();
                    cases.forEach((caseId, transfer) -> now.put(
                            refunds.awaitPayable(caseId, transfer.getAmountFen())
                                    .getPlanId(),
                            transfer));
                    boolean areTheSame = now.equals(plans);
                    plans.clear();
                    plans.putAll(now);
                    return areTheSame;
                });
        return plans;
    }

    private static ReportFraudRequest reportedTo(String station, Transfer transfer) {
        ReportFraudRequest.Builder report = Reports.of(transfer).toBuilder();
        report.getOperatorBuilder().setOrganisation(station);
        return report.build();
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
