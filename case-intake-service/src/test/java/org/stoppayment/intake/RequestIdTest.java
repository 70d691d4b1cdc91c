package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.intake.Reports.report;
import static org.stoppayment.intake.Reports.supplement;
import static org.stoppayment.intake.Reports.transfer;

import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.SupplementCaseResponse;

/** The request id makes a resend safe. */
@QuarkusTest
class RequestIdTest extends IntakeTest {

    private static void assertReused(ThrowingCallable call) {
        StatusRuntimeException failure = failureOf(call);
        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(detail(failure, ErrorInfo.class).getReason()).isEqualTo("REQUEST_ID_REUSED");
    }

    @Test
    void resendGetsTheFirstAnswer() {
        var report = report().addTransfers(transfer().clearAmountFen())
                .addTransfers(transfer())
                .build();
        var first = intake.reportFraud(report);
        var again = intake.reportFraud(report);
        assertThat(first.getReplayed()).isFalse();
        assertThat(first.getWarningsList()).isNotEmpty();
        assertThat(again).isEqualTo(first.toBuilder().setReplayed(true).build());
        assertThat(count("SELECT count(*) FROM transfer WHERE case_id = ?", UUID.fromString(first.getCaseId())))
                .isEqualTo(3);
    }

    @Test
    void resendOfAReportWithoutTransfersGetsTheFirstAnswer() {
        var report = report().clearTransfers().build();
        var first = intake.reportFraud(report);
        assertThat(intake.reportFraud(report))
                .isEqualTo(first.toBuilder().setReplayed(true).build());
    }

    @Test
    void otherContentUnderAUsedRequestIdIsRefusedAndChangesNothing() {
        var report = report();
        String caseId = intake.reportFraud(report.build()).getCaseId();
        var other = report.clone().setNarrative("something else").build();
        assertReused(() -> intake.reportFraud(other));
        assertThat(intake.getCase(Reports.caseOf(caseId)).getCase().getReport()).isEqualTo(report.build());
        assertThat(count("SELECT count(*) FROM outbox WHERE case_id = ?", UUID.fromString(caseId)))
                .isOne();
    }

    @Test
    void requestIdCannotBeSharedByReportAndSupplement() {
        var report = report().build();
        String caseId = intake.reportFraud(report).getCaseId();
        var supplement = supplement(caseId)
                .setRequestId(report.getRequestId())
                .addTransfers(transfer())
                .build();
        assertReused(() -> intake.supplementCase(supplement));
        var good = supplement(caseId).addTransfers(transfer()).build();
        intake.supplementCase(good);
        var reused = report().setRequestId(good.getRequestId()).build();
        assertReused(() -> intake.reportFraud(reused));
        assertThat(intake.getCase(Reports.caseOf(caseId)).getCase().getTransfersCount())
                .isEqualTo(2);
    }

    @Test
    void resendOfASupplementGetsTheFirstAnswerAfterTheCaseHasChanged() {
        var reported = intake.reportFraud(report().build());
        SupplementCaseRequest correction = supplement(reported.getCaseId())
                .addCorrections(org.stoppayment.proto.intake.v1.TransferCorrection.newBuilder()
                        .setTransferId(reported.getTransferIds(0))
                        .setCorrected(transfer().setAmountFen(5)))
                .build();
        SupplementCaseResponse first = intake.supplementCase(correction);
        assertThat(intake.supplementCase(correction))
                .isEqualTo(first.toBuilder().setReplayed(true).build());
    }

    @Test
    void concurrentCopiesOfAReportOpenOneCase() {
        ReportFraudRequest report = report().build();
        List<ReportFraudResponse> answers = inParallel(32, () -> intake.reportFraud(report));
        assertThat(answers)
                .extracting(ReportFraudResponse::getCaseId)
                .containsOnly(answers.get(0).getCaseId());
        assertThat(answers)
                .extracting(ReportFraudResponse::getTransferIdsList)
                .containsOnly(answers.get(0).getTransferIdsList());
        assertThat(answers).filteredOn(answer -> !answer.getReplayed()).hasSize(1);
        assertThat(count(
                        "SELECT count(*) FROM outbox WHERE case_id = ?",
                        UUID.fromString(answers.get(0).getCaseId())))
                .isOne();
    }

    @Test
    void concurrentCopiesOfASupplementTakeEffectOnce() {
        String caseId = intake.reportFraud(report().build()).getCaseId();
        SupplementCaseRequest supplement =
                supplement(caseId).addTransfers(transfer()).build();
        List<SupplementCaseResponse> answers = inParallel(32, () -> intake.supplementCase(supplement));
        assertThat(answers).filteredOn(answer -> !answer.getReplayed()).hasSize(1);
        assertThat(answers)
                .extracting(answer -> answer.getTransferIds(0))
                .containsOnly(answers.get(0).getTransferIds(0));
        assertThat(count("SELECT transfer_count FROM fraud_case WHERE case_id = ?", UUID.fromString(caseId)))
                .isEqualTo(2);
        assertThat(count("SELECT count(*) FROM outbox WHERE case_id = ?", UUID.fromString(caseId)))
                .isEqualTo(2);
    }

    @Test
    void cancelledReportIsOneCaseAfterTheResend() {
        for (int i = 0; i < 50; i++) {
            ReportFraudRequest report = report().build();
            try {
                intake.withDeadlineAfter(1, TimeUnit.MILLISECONDS).reportFraud(report);
            } catch (StatusRuntimeException gaveUp) {
                assertThat(gaveUp.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            }
            String caseId = intake.reportFraud(report).getCaseId();
            assertThat(count("SELECT count(*) FROM fraud_case WHERE case_id = ?", UUID.fromString(caseId)))
                    .isOne();
            assertThat(count(
                            "SELECT count(*) FROM submission WHERE request_id = ?",
                            UUID.fromString(report.getRequestId())))
                    .isOne();
        }
    }

    @Test
    void cancelledReportIsStoredAndDelivered() throws Exception {
        try (FakeFreeze freeze = new FakeFreeze(freezePort())) {
            await().until(() -> {
                intake.reportFraud(report().build());
                return !freeze.received().isEmpty(); // the connection to freeze is open
            });
            ReportFraudRequest report = report().build();
            try (BlockedWrites blocked = blockWrites()) {
                assertThat(codeOf(() ->
                                intake.withDeadlineAfter(1, TimeUnit.SECONDS).reportFraud(report)))
                        .isEqualTo(Status.Code.DEADLINE_EXCEEDED);
                blocked.awaitCommits(1);
            }
            await().until(() -> isStored(report.getRequestId()));
            var resent = intake.reportFraud(report);
            assertThat(resent.getReplayed()).isTrue();
            // No sweep runs: this is the delivery of the first attempt.
            await().untilAsserted(() ->
                    assertThat(freeze.eventsOf(resent.getCaseId())).hasSize(1));
        }
    }

    @Test
    void copiesOfASupplementInOneCommitTakeEffectOnce() throws Exception {
        String caseId = intake.reportFraud(report().build()).getCaseId();
        SupplementCaseRequest supplement =
                supplement(caseId).addTransfers(transfer()).build();
        List<CompletableFuture<?>> others;
        List<CompletableFuture<SupplementCaseResponse>> same;
        try (BlockedWrites blocked = blockWrites()) {
            // These occupy all concurrent commits, so that the following ones are combined.
            others = Stream.generate(() -> inBackground(() -> intake.reportFraud(report().build())))
                    .<CompletableFuture<?>>map(sent -> sent)
                    .limit(4)
                    .toList();
            blocked.awaitCommits(4);
            same = Stream.generate(() -> inBackground(() -> intake.supplementCase(supplement)))
                    .limit(16)
                    .toList();
            blocked.awaitQueued(16);
        }
        others.forEach(CompletableFuture::join);
        assertThat(same.stream().map(CompletableFuture::join).filter(answer -> !answer.getReplayed()))
                .hasSize(1);
        assertThat(count("SELECT count(*) FROM transfer WHERE case_id = ?", UUID.fromString(caseId)))
                .isEqualTo(2);
        assertThat(count("SELECT transfer_count FROM fraud_case WHERE case_id = ?", UUID.fromString(caseId)))
                .isEqualTo(2);
    }

    private static <T> CompletableFuture<T> inBackground(java.util.function.Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, task -> new Thread(task).start());
    }

    private static <T> List<T> inParallel(int times, java.util.function.Supplier<T> call) {
        ExecutorService callers = Executors.newFixedThreadPool(times);
        try {
            return Stream.generate(() -> CompletableFuture.supplyAsync(call, callers)).limit(times).toList().stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            callers.shutdown();
        }
    }
}
