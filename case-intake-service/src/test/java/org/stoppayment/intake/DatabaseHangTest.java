package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.intake.Reports.report;

import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ReadyService;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;

/** A database that takes connections and statements, and does not answer. */
@QuarkusTest
@TestProfile(DatabaseHangTest.LimitOfProduction.class)
class DatabaseHangTest extends IntakeTest {

    /** Other tests give a busy machine more time. */
    public static class LimitOfProduction implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("stoppayment.grpc.time-limit", "PT4.5S");
        }
    }

    /** Far above the 4.5 s and 1.5 s of the service, far below the 30 s and 20 s of its libraries. */
    private static final Duration CALL = Duration.ofSeconds(8);

    private static final Duration PROBE = Duration.ofSeconds(4);

    @AfterEach
    void restoreDatabase() {
        reconnectDatabase();
    }

    @Test
    void callsWithoutDeadlineAreUnavailableSoonReadinessSaysSoAndAResendGetsTheAnswer() throws Exception {
        ReportFraudRequest report = report().build();
        databaseLink.hang();

        var reporting = CompletableFuture.supplyAsync(() -> failureOf(() -> intake.reportFraud(report)));
        var reading = CompletableFuture.supplyAsync(() -> failureOf(() -> intake.getCase(Reports.caseOf(newId()))));
        HttpResponse<String> ready = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(ReadyService.management() + "/q/health/ready"))
                                .timeout(PROBE)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(ready.statusCode()).isEqualTo(503);
        StatusRuntimeException failure = reporting.get(CALL.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(detail(failure, RetryInfo.class).hasRetryDelay()).isTrue();
        assertThat(reading.get(CALL.toMillis(), TimeUnit.MILLISECONDS)
                        .getStatus()
                        .getCode())
                .isEqualTo(Status.Code.UNAVAILABLE);

        reconnectDatabase();
        assertThat(intake.reportFraud(report).getCaseId()).isNotEmpty();
        assertThat(count("SELECT count(*) FROM submission WHERE request_id = ?::uuid", report.getRequestId()))
                .isOne();
    }
}
