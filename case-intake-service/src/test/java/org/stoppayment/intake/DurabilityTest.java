package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.intake.Reports.report;
import static org.stoppayment.intake.Reports.transfer;

import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;

/** Every acknowledged report is in the database. */
@QuarkusTest
class DurabilityTest extends IntakeTest {

    @AfterEach
    void restoreDatabase() {
        reconnectDatabase();
    }

    @Test
    void acknowledgedReportIsStoredWithTransfersAndEventInOneTransaction() {
        var answer = intake.reportFraud(report().addTransfers(transfer()).build());
        UUID caseId = UUID.fromString(answer.getCaseId());
        assertThat(count("SELECT count(*) FROM submission WHERE case_id = ?", caseId))
                .isOne();
        assertThat(count("SELECT count(*) FROM transfer WHERE case_id = ?", caseId))
                .isEqualTo(2);
        assertThat(count("SELECT count(*) FROM outbox WHERE case_id = ?", caseId))
                .isOne();
        assertThat(count(
                        "SELECT count(DISTINCT tx) FROM (SELECT xmin::text AS tx FROM submission WHERE case_id = ?"
                                + " UNION ALL SELECT xmin::text FROM fraud_case WHERE case_id = ?"
                                + " UNION ALL SELECT xmin::text FROM transfer WHERE case_id = ?"
                                + " UNION ALL SELECT xmin::text FROM outbox WHERE case_id = ?) AS written",
                        caseId,
                        caseId,
                        caseId,
                        caseId))
                .isOne();
    }

    @Test
    void callsAreUnavailableWithoutDatabaseAndAResendSucceedsLater() {
        databaseLink.cut();
        ReportFraudRequest report = report().build();
        StatusRuntimeException failure = failureOf(() -> intake.reportFraud(report));
        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(detail(failure, RetryInfo.class).getRetryDelay().getNanos()).isPositive();
        assertThat(codeOf(() -> intake.getCase(Reports.caseOf(newId())))).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(codeOf(() -> intake.supplementCase(
                        Reports.supplement(newId()).addTransfers(transfer()).build())))
                .isEqualTo(Status.Code.UNAVAILABLE);
        databaseLink.join();
        String caseId = await().ignoreException(StatusRuntimeException.class)
                .until(() -> intake.reportFraud(report).getCaseId(), id -> !id.isEmpty());
        await().ignoreExceptions().untilAsserted(() -> assertThat(
                        count("SELECT count(*) FROM fraud_case WHERE case_id = ?", UUID.fromString(caseId)))
                .isOne());
    }
}
