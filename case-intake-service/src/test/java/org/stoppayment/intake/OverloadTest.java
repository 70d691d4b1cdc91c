package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.intake.Reports.report;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.rpc.RetryInfo;
import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stoppayment.proto.intake.v1.CaseIntakeServiceGrpc;
import org.stoppayment.proto.intake.v1.ListCasesRequest;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;

/** More reports than can be committed, and clients that give up. The bounds are those of {@link IntakeTestResource}. */
@QuarkusTest
class OverloadTest extends IntakeTest {

    private static final int RESETS_OF_A_SLOW_MINUTE = 300;
    private static final int RESETS_AT_ONCE = 50;

    private Status.Code codeOfRead() {
        try {
            intake.withDeadlineAfter(5, TimeUnit.SECONDS).listCases(ListCasesRequest.getDefaultInstance());
            return Status.Code.OK;
        } catch (StatusRuntimeException failed) {
            return failed.getStatus().getCode();
        }
    }

    private ListenableFuture<ReportFraudResponse> send(ReportFraudRequest report) {
        return CaseIntakeServiceGrpc.newFutureStub(channel).reportFraud(report);
    }

    @Test
    void readsAndThenReportsAreRefusedWhileCommitsAreLateAndEveryReportThatWasTakenIsStored() throws Exception {
        List<ListenableFuture<ReportFraudResponse>> taken = new ArrayList<>();
        ReportFraudRequest late = report().build();
        try (BlockedWrites blocked = blockWrites()) {
            for (int commit = 1; commit <= 4; commit++) {
                taken.add(send(report().build()));
                blocked.awaitCommits(commit);
            }
            taken.add(send(report().build()));
            blocked.awaitQueued(1);
            await().until(() -> codeOfRead() == Status.Code.UNAVAILABLE);
            taken.add(send(report().build()));
            blocked.awaitQueued(2); // a report is still taken
            await().until(() -> registry.get("stoppayment.submissions.expected.wait.seconds")
                            .gauge()
                            .value()
                    > 2);

            StatusRuntimeException refused = failureOf(
                    () -> intake.withDeadlineAfter(5, TimeUnit.SECONDS).reportFraud(late));

            assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
            assertThat(refused.getStatus().getDescription()).contains("ms for the commit (expected: at most 2000 ms)");
            assertThat(detail(refused, RetryInfo.class).getRetryDelay().getNanos())
                    .isPositive();
            assertThat(HealthGrpc.newBlockingStub(channel)
                            .check(HealthCheckRequest.getDefaultInstance())
                            .getStatus())
                    .isEqualTo(HealthCheckResponse.ServingStatus.SERVING);
        }
        for (ListenableFuture<ReportFraudResponse> answer : taken) {
            assertThat(answer.get(10, TimeUnit.SECONDS).getCaseId()).isNotEmpty();
        }
        assertThat(isStored(late.getRequestId())).isFalse();
        assertThat(intake.reportFraud(late).getReplayed()).isFalse();
        await().until(() -> codeOfRead() == Status.Code.OK);
    }

    @Test
    void connectionOfAClientThatCancelsItsCallsStaysOpen() {
        OpenCall patient = new OpenCall(channel, report().build());
        for (int i = 0; i < RESETS_OF_A_SLOW_MINUTE; i += RESETS_AT_ONCE) {
            List<OpenCall> impatient = Stream.generate(() -> new OpenCall(channel, report().build()))
                    .limit(RESETS_AT_ONCE)
                    .toList();
            assertThat(codeOfRead()).isEqualTo(Status.Code.OK); // what was sent before has arrived
            impatient.forEach(OpenCall::cancel);
            assertThat(codeOfRead()).isEqualTo(Status.Code.OK);
        }

        patient.end();

        assertThat(patient.status().getCode()).isEqualTo(Status.Code.OK);
    }
}
